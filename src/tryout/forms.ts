import { ComponentType, TextInputStyle } from 'discord.js';
import type { Problem } from './answer.ts';
import {
  type Complain,
  checkAmounts,
  checkChoosable,
  checkLength,
  checkOne,
  duplicates,
  flatten,
  type Loose,
  objects,
} from './components.ts';

type Path = Problem['path'];

const SELECTS: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

function checkTextInput(complain: Complain, path: Path, input: Loose): void {
  const most = Number(input['max_length'] ?? 4000);
  const least = Number(input['min_length'] ?? 0);
  if (input['style'] !== TextInputStyle.Short && input['style'] !== TextInputStyle.Paragraph) {
    complain([...path, 'style'], 'Unknown style.');
  }
  if (!(most >= 1 && most <= 4000)) complain([...path, 'max_length'], 'Must be between 1 and 4000.');
  if (!(least >= 0 && least <= most)) complain([...path, 'min_length'], 'Must be between 0 and max_length.');
  checkLength(complain, [...path, 'placeholder'], input['placeholder'], 0, 100);
  checkLength(complain, [...path, 'value'], input['value'], 0, most);
}

/** A select in a form differs in little: it cannot be disabled, and to be left empty it must be optional. */
function checkSelect(complain: Complain, path: Path, select: Loose): void {
  checkOne(complain, path, select);
  if (select['disabled'] === true) complain([...path, 'disabled'], 'A select in a modal cannot be disabled.');
}

function checkLabelled(complain: Complain, path: Path, input: Loose): void {
  checkLength(complain, [...path, 'custom_id'], input['custom_id'], 1, 100);
  const { type } = input;
  if (input['required'] !== false && input['min_values'] === 0) {
    complain([...path, 'min_values'], 'Must be 1 or more for a required component.');
  }
  if (type === ComponentType.TextInput) checkTextInput(complain, path, input);
  else if (SELECTS.has(type)) checkSelect(complain, path, input);
  else if (type === ComponentType.FileUpload) checkAmounts(complain, path, input, 10);
  else if (type === ComponentType.RadioGroup) checkChoosable(complain, path, input, 2, 10);
  else if (type === ComponentType.CheckboxGroup) {
    checkChoosable(complain, path, input, 1, 10);
    checkAmounts(complain, path, { max_values: objects(input['options']).length, ...input }, 10);
  } else if (type !== ComponentType.Checkbox) complain([...path, 'type'], 'Not allowed in a label.');
}

function checkRow(complain: Complain, path: Path, row: Loose): void {
  const [input, ...more] = objects(row['components']);
  if (input?.['type'] !== ComponentType.TextInput || more.length > 0) {
    complain([...path, 'components'], 'A row of a modal holds one text input.');
    return;
  }
  checkLength(complain, [...path, 'components', 0, 'label'], input['label'], 1, 45);
  checkLabelled(complain, [...path, 'components', 0], input);
}

function checkTop(complain: Complain, path: Path, outer: Loose): void {
  if (outer['type'] === ComponentType.TextDisplay) {
    checkOne(complain, path, outer);
    return;
  }
  if (outer['type'] === ComponentType.ActionRow) {
    checkRow(complain, path, outer);
    return;
  }
  const [input] = objects([outer['component']]);
  if (outer['type'] !== ComponentType.Label || !input) {
    complain([...path, 'type'], 'A modal holds labels, each with a component.');
    return;
  }
  checkLength(complain, [...path, 'label'], outer['label'], 1, 45);
  checkLength(complain, [...path, 'description'], outer['description'] ?? undefined, 0, 100);
  checkLabelled(complain, [...path, 'component'], input);
}

/**
 * What is wrong with a modal: one to five labels, each around one component, texts, or rows of the older kind.
 * https://docs.discord.com/developers/components/reference#label
 */
export function checkModal(modal: Loose): readonly Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (path, message) => problems.push({ path: ['data', ...path], message });
  const outers = objects(modal['components']);
  checkLength(complain, ['title'], modal['title'], 1, 45);
  checkLength(complain, ['custom_id'], modal['custom_id'], 1, 100);
  if (outers.length < 1 || outers.length > 5) complain(['components'], 'Must be between 1 and 5 in length.');
  for (const value of duplicates(outers.flatMap(flatten), 'custom_id')) {
    complain(['components'], `The custom_id ${value} is used twice.`);
  }
  for (const [index, outer] of outers.entries()) checkTop(complain, ['components', index], outer);
  return problems;
}
