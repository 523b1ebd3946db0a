/**
 * What the user can mend: an empty question, a day that doesn't exist, a button of a message that is too old. The message
 * is one plain sentence that says what to do, and goes to that user alone.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
