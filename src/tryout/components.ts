import { ButtonStyle, ComponentType } from 'discord.js';
import type { Problem } from './answer.ts';

/** A JSON object whose fields are not known yet. */
export type Loose = Readonly<Record<string, unknown>>;

const MOST_COMPONENTS = 40;
const TOP_LEVEL: ReadonlySet<unknown> = new Set([
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
]);
const IN_CONTAINER: ReadonlySet<unknown> = new Set([...TOP_LEVEL].filter((type) => type !== ComponentType.Container));
const SELECTS: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

export function objects(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter((item): item is Loose => typeof item === 'object' && item !== null) : [];
}

/** A component and everything within it: its children, its accessory, what it labels. */
export function flatten(component: Loose): readonly Loose[] {
  const inner = [...objects(component['components']), ...objects([component['accessory'], component['component']])];
  return [component, ...inner.flatMap(flatten)];
}

/** Characters of all text displays, however deep. */
export function textLength(components: readonly Loose[]): number {
  return components
    .flatMap(flatten)
    .filter((component) => component['type'] === ComponentType.TextDisplay)
    .reduce((sum, component) => sum + String(component['content'] ?? '').length, 0);
}

type Path = Problem['path'];
export type Complain = (path: Path, message: string) => void;

export function checkLength(complain: Complain, path: Path, value: unknown, least: number, most: number): void {
  const length = typeof value === 'string' ? value.length : 0;
  if (value === undefined && least === 0) return;
  if (length < least || length > most) complain(path, `Must be between ${least} and ${most} in length.`);
}

function checkButton(complain: Complain, path: Path, button: Loose): void {
  checkLength(complain, [...path, 'label'], button['label'], button['emoji'] ? 0 : 1, 80);
  if (button['style'] === ButtonStyle.Link) {
    checkLength(complain, [...path, 'url'], button['url'], 1, 512);
    if (button['custom_id'] !== undefined) complain([...path, 'custom_id'], 'A link button has no custom_id.');
    return;
  }
  const style = Number(button['style']);
  if (!(style >= ButtonStyle.Primary && style <= ButtonStyle.Danger)) complain([...path, 'style'], 'Unknown style.');
  if (button['url'] !== undefined) complain([...path, 'url'], 'Only a link button has a url.');
  checkLength(complain, [...path, 'custom_id'], button['custom_id'], 1, 100);
}

/** How many may be chosen: whole numbers from `least` to `most`, the fewest not over the most. */
export function checkAmounts(complain: Complain, path: Path, component: Loose, most: number): void {
  const fewest = Number(component['min_values'] ?? 1);
  const greatest = Number(component['max_values'] ?? 1);
  if (!(fewest >= 0 && fewest <= most)) complain([...path, 'min_values'], `Must be between 0 and ${most}.`);
  if (!(greatest >= 1 && greatest <= most)) complain([...path, 'max_values'], `Must be between 1 and ${most}.`);
  if (fewest > greatest) complain([...path, 'max_values'], 'Must not be less than min_values.');
}

/** Labels, values and descriptions of what there is to choose from. */
export function checkChoosable(complain: Complain, path: Path, component: Loose, least: number, most: number): void {
  const options = objects(component['options']);
  if (options.length < least || options.length > most) {
    complain([...path, 'options'], `Must be between ${least} and ${most} in length.`);
  }
  for (const [index, option] of options.entries()) {
    checkLength(complain, [...path, 'options', index, 'label'], option['label'], 1, 100);
    checkLength(complain, [...path, 'options', index, 'value'], option['value'], 1, 100);
    checkLength(complain, [...path, 'options', index, 'description'], option['description'] ?? undefined, 0, 100);
  }
  if (new Set(options.map((option) => option['value'])).size < options.length) {
    complain([...path, 'options'], 'The specified option value is already used.');
  }
}

/** What a select may start with, by the kind of select. */
const DEFAULTS: Readonly<Record<number, readonly string[]>> = {
  [ComponentType.UserSelect]: ['user'],
  [ComponentType.RoleSelect]: ['role'],
  [ComponentType.MentionableSelect]: ['user', 'role'],
  [ComponentType.ChannelSelect]: ['channel'],
};

function checkSelect(complain: Complain, path: Path, select: Loose): void {
  checkLength(complain, [...path, 'custom_id'], select['custom_id'], 1, 100);
  checkLength(complain, [...path, 'placeholder'], select['placeholder'], 0, 150);
  checkAmounts(complain, path, select, 25);
  const most = Number(select['max_values'] ?? 1);
  const started = objects(select['default_values']);
  const kinds = DEFAULTS[Number(select['type'])] ?? [];
  if (started.length > most) complain([...path, 'default_values'], 'More than may be chosen.');
  if (!started.every((one) => kinds.includes(String(one['type'])))) {
    complain([...path, 'default_values'], 'Not of the kind that can be chosen.');
  }
  if (select['type'] !== ComponentType.StringSelect) return;
  checkChoosable(complain, path, select, 1, 25);
  const options = objects(select['options']);
  if (most > Math.max(1, options.length)) complain([...path, 'max_values'], 'Must fit the number of options.');
  if (options.filter((option) => option['default'] === true).length > most) {
    complain([...path, 'options'], 'More defaults than may be chosen.');
  }
}

function checkRow(complain: Complain, path: Path, row: Loose): void {
  const inner = objects(row['components']);
  const selects = inner.filter((component) => SELECTS.has(component['type']));
  const buttons = inner.filter((component) => component['type'] === ComponentType.Button);
  const lawful = selects.length === 1 ? inner.length === 1 : buttons.length === inner.length;
  if (inner.length < 1 || inner.length > 5 || !lawful) {
    complain([...path, 'components'], 'A row holds one to five buttons or one select.');
  }
}

export function checkOne(complain: Complain, path: Path, component: Loose): void {
  const inner = objects(component['components']);
  switch (component['type']) {
    case ComponentType.ActionRow:
      checkRow(complain, path, component);
      break;
    case ComponentType.Button:
      checkButton(complain, path, component);
      break;
    case ComponentType.TextDisplay:
      checkLength(complain, [...path, 'content'], component['content'], 1, 4000);
      break;
    case ComponentType.Section: {
      const accessory = (component['accessory'] as Loose | undefined)?.['type'];
      const texts = inner.every((text) => text['type'] === ComponentType.TextDisplay);
      if (inner.length < 1 || inner.length > 3 || !texts)
        complain([...path, 'components'], 'One to three text displays.');
      if (accessory !== ComponentType.Button && accessory !== ComponentType.Thumbnail) {
        complain([...path, 'accessory'], 'A section needs a button or a thumbnail.');
      }
      break;
    }
    case ComponentType.Container:
      if (inner.length === 0) complain([...path, 'components'], 'Must be 1 or more in length.');
      for (const [index, child] of inner.entries()) {
        if (!IN_CONTAINER.has(child['type'])) complain([...path, 'components', index], 'Not allowed in a container.');
      }
      break;
    case ComponentType.MediaGallery: {
      const items = objects(component['items']);
      if (items.length < 1 || items.length > 10) complain([...path, 'items'], 'Must be between 1 and 10 in length.');
      for (const [index, item] of items.entries()) {
        checkLength(complain, [...path, 'items', index, 'description'], item['description'] ?? undefined, 0, 1024);
      }
      break;
    }
    default:
      if (SELECTS.has(component['type'])) checkSelect(complain, path, component);
  }
  for (const [index, child] of inner.entries()) checkOne(complain, [...path, 'components', index], child);
  for (const key of ['accessory', 'component'] as const) {
    const [child] = objects([component[key]]);
    if (child) checkOne(complain, [...path, key], child);
  }
}

/** Values of this field that are used more than once. */
export function duplicates(all: readonly Loose[], field: 'custom_id' | 'id'): readonly unknown[] {
  const values = all.map((component) => component[field]).filter((value) => value !== undefined && value !== 0);
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** What is wrong with a message's components, whichever kind of message it is. */
export function checkComponents(components: readonly Loose[]): readonly Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (path, message) => problems.push({ path, message });
  const all = components.flatMap(flatten);
  if (all.length > MOST_COMPONENTS)
    complain(['components'], `Must be ${MOST_COMPONENTS} or fewer in all, not ${all.length}.`);
  for (const field of ['custom_id', 'id'] as const) {
    for (const value of duplicates(all, field)) complain(['components'], `The ${field} ${value} is used twice.`);
  }
  for (const [index, component] of components.entries()) {
    if (!TOP_LEVEL.has(component['type']))
      complain(['components', index, 'type'], 'Not allowed at the top of a message.');
    checkOne(complain, ['components', index], component);
  }
  return problems;
}
