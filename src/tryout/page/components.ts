import type { APIMessage, APIMessageTopLevelComponent } from 'discord.js';
import { button, type Child, element, icon } from './dom.ts';
import { type AnySelect, type Entry, isSelect } from './entries.ts';
import { link, type MarkdownContext, renderMarkdown } from './markdown-view.ts';
import { renderFile, renderPicture } from './media.ts';
import { renderSelect } from './select.ts';

/** Any component that may stand in a message; rows, sections and containers hold the others. */
type Component = APIMessageTopLevelComponent;
type RowComponent = Extract<Component, { type: 1 }>['components'][number];
type Accessory = Extract<Component, { type: 9 }>['accessory'];

export interface ComponentContext extends MarkdownContext {
  readonly message: APIMessage;
  /** What a select offers here. */
  entriesOf(select: AnySelect): readonly Entry[];
  /** A button was pressed or a choice was made. Resolves when the bot has answered. */
  use(customId: string, componentType: number, values?: readonly string[]): Promise<void>;
}

/** Components V2, and the rows of older messages, as the platform's clients lay them out. */
export function renderComponents(components: readonly Component[], context: ComponentContext): HTMLElement {
  return element(
    'div',
    { class: 'components' },
    components.map((component) => renderComponent(component, context)),
  );
}

function renderComponent(component: Component, context: ComponentContext): Child {
  switch (component.type) {
    case 1:
      return element(
        'div',
        { class: 'row' },
        component.components.map((child) => renderInRow(child, context)),
      );
    case 9:
      return element(
        'div',
        { class: 'section' },
        element(
          'div',
          { class: 'section-text' },
          component.components.map((child) => renderComponent(child, context)),
        ),
        renderAccessory(component.accessory, context),
      );
    case 10:
      return renderMarkdown(component.content, context);
    case 12: {
      const pictures = component.items.map((item) => renderPicture(item, context.message));
      return element('div', { class: 'gallery', 'data-count': pictures.length }, pictures);
    }
    case 13:
      return renderFile(component.file.url, context.message);
    case 14:
      return element('hr', {
        class: `separator${component.divider === false ? ' bare' : ''}${component.spacing === 2 ? ' wide' : ''}`,
      });
    case 17: {
      const box = element(
        'div',
        { class: `container${component.spoiler ? ' covered' : ''}` },
        component.components.map((child) => renderComponent(child, context)),
      );
      if (typeof component.accent_color === 'number') {
        const colour = `#${component.accent_color.toString(16).padStart(6, '0')}`;
        box.style.setProperty('--accent', colour);
      }
      return box;
    }
    default:
      // A kind that the types do not know yet: the platform adds one now and then.
      return unknownComponent((component as Component).type);
  }
}

function renderAccessory(component: Accessory, context: ComponentContext): Child {
  if (component.type === 11) {
    return element('div', { class: 'thumbnail' }, renderPicture(component, context.message));
  }
  return renderInRow(component, context);
}

function renderInRow(component: RowComponent, context: ComponentContext): Child {
  if (component.type === 2) return renderButton(component, context);
  if (!isSelect(component.type)) return unknownComponent((component as RowComponent).type);
  return renderSelect({
    label: component.placeholder ?? 'Make a selection',
    customId: component.custom_id,
    least: component.min_values ?? 1,
    most: component.max_values ?? 1,
    disabled: component.disabled,
    choices: context.entriesOf(component),
    change: (values) => void context.use(component.custom_id, component.type, values),
  });
}

const BUTTON_STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

function renderButton(component: Extract<RowComponent, { type: 2 }>, context: ComponentContext): Child {
  if (component.style === 6) return unknownComponent(component.type);
  const emoji = component.emoji?.name ? element('span', { class: 'emoji' }, component.emoji.name) : null;
  if (component.style === 5) {
    const target = link(component.url, [emoji, component.label, icon('link')]);
    target.className = 'button secondary';
    return target;
  }
  const { custom_id: customId, type } = component;
  const made = button(
    {
      class: `button ${BUTTON_STYLES[component.style] ?? 'secondary'}`,
      'data-custom-id': customId,
      disabled: component.disabled,
    },
    () => {
      // Still focusable while it waits: a disabled button would lose the keyboard reader's place.
      if (made.getAttribute('aria-busy') === 'true') return;
      made.setAttribute('aria-busy', 'true');
      void context.use(customId, type).then(() => made.removeAttribute('aria-busy'));
    },
    emoji,
    component.label,
  );
  return made;
}

function unknownComponent(type: number): HTMLElement {
  return element('p', { class: 'unknown' }, `This page cannot show components of type ${type}.`);
}
