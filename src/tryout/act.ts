import {
  type APIApplicationCommand,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord.js';
import { flatten, type Loose } from './components.ts';
import type { Gateway } from './gateway.ts';
import { type Interaction, type Ledger, type NewInteraction, RESPONSE_LIMIT_MS, type Step } from './interactions.ts';
import { barred, refuseOptions } from './options.ts';
import { commandData, componentData, interactionPayload, modalData } from './payloads.ts';
import type { FromPage } from './protocol.ts';
import { personMessage } from './visibility.ts';
import { channelsOf, guildOf, personOf, type World } from './world.ts';

type CommandAct = Extract<FromPage, { readonly commandId: string }>;
type ComponentAct = Extract<FromPage, { readonly kind: 'component' }>;
type ModalAct = Extract<FromPage, { readonly kind: 'modal' }>;
type MessageAct = Extract<FromPage, { readonly kind: 'message' }>;

/** What became of an act; `said` is the message that a person's words made. */
type Report = (step: Step | { readonly kind: 'said'; readonly message: APIMessage }) => void;

interface OpenModal {
  readonly userId: string;
  readonly channelId: string;
  readonly sourceMessageId: string | null;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/**
 * A person does something: types a command, uses a component, submits a modal, says a word. The page and the people of
 * the tests both come through here. `act.id` must be unique; what went wrong is reported as `failed`, never thrown.
 */
export type Perform = (userId: string, act: FromPage, report: Report) => void;

/** A command's name with those of its subcommand, as clients show it: "article list". */
function fullName(name: string, { options }: CommandAct): string {
  const inner = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return [name, ...inner.map((option) => option.name)].join(' ');
}

export function createPerform(world: World, ledger: Ledger, gateway: Gateway): Perform {
  const modals = new Map<string, OpenModal>();

  function start(actId: string, fresh: NewInteraction, dataOf: (interaction: Interaction) => Loose): void {
    const { report } = fresh;
    const timer = setTimeout(() => {
      report({ kind: 'failed', reason: 'The application did not respond.' });
    }, RESPONSE_LIMIT_MS);
    timer.unref();
    const interaction = ledger.open({
      ...fresh,
      report(step) {
        clearTimeout(timer);
        if (step.kind === 'modal') {
          const { userId, channelId, sourceMessageId } = fresh;
          modals.set(actId, { userId, channelId, sourceMessageId, modal: step.modal });
        }
        report(step);
      },
    });
    const payload = interactionPayload(world, interaction, dataOf(interaction));
    if (gateway.dispatch(GatewayDispatchEvents.InteractionCreate, payload, interaction.guildId)) return;
    clearTimeout(timer);
    report({ kind: 'failed', reason: 'The bot is not connected.' });
  }

  function seen(userId: string, messageId: string): APIMessage | undefined {
    const stored = world.messages.get(messageId);
    return stored && (stored.audience === null || stored.audience === userId) ? stored.message : undefined;
  }

  function runCommand(userId: string, act: CommandAct, report: Report): string | null {
    const completing = act.kind === 'autocomplete';
    const person = personOf(world, userId);
    const command = world.commands.find(({ id }) => id === act.commandId);
    if (!command) return 'There is no such command.';
    if (!channelsOf(world, person).some(({ id }) => id === act.channelId)) return 'There is no such channel.';
    const bar = barred(command, person, guildOf(world, act.channelId));
    if (bar) return bar;
    const refusal = refuseOptions(command.options ?? [], act.options, completing);
    if (refusal) return refusal;
    const target = seen(userId, act.targetMessageId ?? '');
    if (act.targetMessageId !== undefined && target?.channel_id !== act.channelId) return 'There is no such message.';
    start(
      act.id,
      {
        type: completing ? InteractionType.ApplicationCommandAutocomplete : InteractionType.ApplicationCommand,
        userId,
        channelId: act.channelId,
        sourceMessageId: null,
        command: { type: command.type, name: fullName(command.name, act) },
        report,
      },
      () => commandData(world, command, act.options, target),
    );
    return null;
  }

  function wrongChoice(component: Loose, values: readonly string[]): string | null {
    if (component['type'] !== ComponentType.StringSelect) return null;
    const options = component['options'] as readonly { readonly value: string }[];
    const known = values.every((value) => options.some((option) => option.value === value));
    const least = Number(component['min_values'] ?? 1);
    const most = Number(component['max_values'] ?? 1);
    return known && values.length >= least && values.length <= most ? null : 'The selection is not one of the options.';
  }

  function useComponent(userId: string, act: ComponentAct, report: Report): string | null {
    const message = seen(userId, act.messageId);
    if (!message) return 'There is no such message.';
    const all = ((message.components ?? []) as unknown as Loose[]).flatMap(flatten);
    const component = all.find((one) => one['custom_id'] === act.customId && one['type'] === act.componentType);
    if (!component) return 'There is no such component.';
    if (component['disabled'] === true) return 'This component is disabled.';
    const values = act.values ?? [];
    const wrong = wrongChoice(component, values);
    if (wrong) return wrong;
    start(
      act.id,
      {
        type: InteractionType.MessageComponent,
        userId,
        channelId: message.channel_id,
        sourceMessageId: message.id,
        command: null,
        report,
      },
      () => componentData(component, values),
    );
    return null;
  }

  function missingField(modal: Loose, act: ModalAct): string | null {
    for (const label of modal['components'] as readonly Loose[]) {
      const [, input] = flatten(label);
      if (!input) continue;
      const entered = act.fields.find(({ customId }) => customId === input['custom_id'])?.value;
      const value = entered ?? String(input['value'] ?? '');
      if (input['required'] !== false && value === '') return `“${label['label']}” is required.`;
      if (value.length > Number(input['max_length'] ?? 4000)) return `“${label['label']}” is too long.`;
      if (value !== '' && value.length < Number(input['min_length'] ?? 0)) return `“${label['label']}” is too short.`;
    }
    return null;
  }

  function submitModal(userId: string, act: ModalAct, report: Report): string | null {
    const open = modals.get(act.modalId);
    if (open?.userId !== userId) return 'This form is no longer open.';
    const modal = open.modal as unknown as Loose;
    const missing = missingField(modal, act);
    if (missing) return missing;
    modals.delete(act.modalId);
    start(
      act.id,
      {
        type: InteractionType.ModalSubmit,
        userId,
        channelId: open.channelId,
        sourceMessageId: open.sourceMessageId,
        command: null,
        report,
      },
      () => modalData(modal, act.fields),
    );
    return null;
  }

  function say(userId: string, act: MessageAct, report: Report): string | null {
    if (!channelsOf(world, personOf(world, userId)).some(({ id }) => id === act.channelId))
      return 'There is no such channel.';
    if (act.content.trim() === '') return 'An empty message cannot be sent.';
    if (act.content.length > 2000) return 'A message has at most 2000 characters.';
    const { channelId, content, replyTo } = act;
    const message = personMessage(world, { userId, channelId, content, ...(replyTo !== undefined && { replyTo }) });
    world.put(message, null);
    report({ kind: 'said', message });
    return null;
  }

  return (userId, act, report) => {
    const refusal = (() => {
      switch (act.kind) {
        case 'command':
        case 'autocomplete':
          return runCommand(userId, act, report);
        case 'component':
          return useComponent(userId, act, report);
        case 'modal':
          return submitModal(userId, act, report);
        case 'message':
          return say(userId, act, report);
      }
    })();
    if (refusal !== null) report({ kind: 'failed', reason: refusal });
  };
}

/** The commands a person may see in at least one of their channels. */
export function commandsFor(world: World, userId: string): readonly APIApplicationCommand[] {
  const person = personOf(world, userId);
  return world.commands.filter((command) =>
    channelsOf(world, person).some(({ id }) => barred(command, person, guildOf(world, id)) === null),
  );
}
