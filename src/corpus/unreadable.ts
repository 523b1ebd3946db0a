/** A file holds nothing that can be read. The message is one plain clause about the file: "it is protected by a password". */
export class UnreadableError extends Error {}
