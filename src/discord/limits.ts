/** What Discord's API accepts. Lengths are counted in UTF-16 code units, which is never less than what Discord counts. */
export const limits = {
  /** All text of a Components V2 message together. */
  messageText: 4000,
  /** All components of a message, nested ones included. */
  components: 40,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  /** A select option's label, value and description, and an autocomplete choice's name and value. */
  choice: 100,
  choices: 25,
  placeholder: 150,
  modalTitle: 45,
  modalFields: 5,
  modalLabel: 45,
  /** The description of a label. */
  modalHint: 100,
  modalPlaceholder: 100,
  modalText: 4000,
  files: 10,
  /** Files of one upload field. */
  uploads: 10,
  fileDescription: 1024,
} as const;

/** Guards against what Discord would refuse as a whole: an error here names the limit, one from Discord only a path. */
export const within = <Value extends { readonly length: number }>(value: Value, limit: number, what: string): Value => {
  if (value.length > limit) throw new RangeError(`${what} has ${value.length}, Discord takes ${limit}`);
  return value;
};
