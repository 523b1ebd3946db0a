import {
  type APIApplicationCommand,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { flatten, type Loose } from './components.ts';
import { type Interaction, type Ledger, type NewInteraction, RESPONSE_LIMIT_MS, type Step } from './interactions.ts';
import { modalData, refuseForm, refuseValues } from './modals.ts';
import { barred, refuseOptions } from './options.ts';
import { commandData, componentData, interactionPayload } from './payloads.ts';
import { may } from './permissions.ts';
import type { FromPage } from './protocol.ts';
import { personMessage } from './visibility.ts';
import { channelOf, channelsOf, personOf, type World } from './world.ts';

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

/** Brings an interaction to the bot, over the gateway or its endpoint; false when it is not connected. */
export type Deliver = (interaction: Interaction, payload: Loose) => boolean;

/** A command's name with those of its subcommand, as clients show it: "article list". */
function fullName(name: string, { options }: CommandAct): string {
  const holders: readonly number[] = [
    ApplicationCommandOptionType.SubcommandGroup,
    ApplicationCommandOptionType.Subcommand,
  ];
  const inner = options.filter(({ type }) => holders.includes(type));
  return [name, ...inner.map((option) => option.name)].join(' ');
}

export function createPerform(world: World, ledger: Ledger, deliver: Deliver): Perform {
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
    if (deliver(interaction, interactionPayload(world, interaction, dataOf(interaction)))) return;
    clearTimeout(timer);
    report({ kind: 'failed', reason: 'The bot is not connected.' });
  }

  /** The channel of this id, if this person sees it and Discord can reach its server. */
  function enter(userId: string, channelId: string) {
    const channel = channelsOf(world, personOf(world, userId)).find(({ id }) => id === channelId);
    return world.guilds.get(channel?.guildId ?? '')?.bot === 'unavailable' ? undefined : channel;
  }

  function seen(userId: string, messageId: string): APIMessage | undefined {
    const stored = world.messages.get(messageId);
    const shown = stored && (stored.audience === null || stored.audience === userId) ? stored.message : undefined;
    return shown && enter(userId, shown.channel_id) ? shown : undefined;
  }

  function runCommand(userId: string, act: CommandAct, report: Report): string | null {
    const completing = act.kind === 'autocomplete';
    const command = world.commands.find(({ id }) => id === act.commandId);
    if (!command) return 'There is no such command.';
    const channel = enter(userId, act.channelId);
    if (!channel) return 'There is no such channel.';
    const bar = barred(world, command, personOf(world, userId), channel);
    if (bar) return bar;
    const refusal = refuseOptions({ world, channel, userId }, command.options ?? [], act.options, completing);
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
      (interaction) => commandData(world, interaction, command, act.options, target),
    );
    return null;
  }

  function useComponent(userId: string, act: ComponentAct, report: Report): string | null {
    const message = seen(userId, act.messageId);
    const channel = channelOf(world, message?.channel_id);
    if (!message || !channel) return 'There is no such message.';
    const all = ((message.components ?? []) as unknown as Loose[]).flatMap(flatten);
    const component = all.find((one) => one['custom_id'] === act.customId && one['type'] === act.componentType);
    if (!component) return 'There is no such component.';
    if (component['disabled'] === true) return 'This component is disabled.';
    const values = act.values ?? [];
    const button = component['type'] === ComponentType.Button;
    const wrong = button ? null : refuseValues({ world, channel, userId }, component, values);
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
      (interaction) => componentData(world, interaction, component, values),
    );
    return null;
  }

  function submitModal(userId: string, act: ModalAct, report: Report): string | null {
    const open = modals.get(act.modalId);
    const channel = open && channelOf(world, open.channelId);
    if (open?.userId !== userId || !channel) return 'This form is no longer open.';
    const modal = open.modal as unknown as Loose;
    const asking = { world, channel, userId };
    const wrong = refuseForm(asking, modal, act.fields);
    if (wrong) return wrong;
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
      () => modalData(asking, modal, act.fields),
    );
    return null;
  }

  function say(userId: string, act: MessageAct, report: Report): string | null {
    const channel = enter(userId, act.channelId);
    if (!channel) return 'There is no such channel.';
    const send =
      channel.kind === 'thread' ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
    if (!may(world, channel, userId, send)) return 'You may not write here.';
    const given = act.files ?? [];
    if (!given.every((id) => world.uploads.get(id)?.userId === userId)) return 'There is no such file.';
    if (act.content.trim() === '' && given.length === 0) return 'An empty message cannot be sent.';
    if (act.content.length > 2000) return 'A message has at most 2000 characters.';
    const { channelId, content, replyTo } = act;
    const attachments = given.map((id) => world.uploads.get(id)!.attachment);
    const reply = replyTo === undefined ? {} : { replyTo };
    const message = personMessage(world, { userId, channelId, content, attachments, ...reply });
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

/** By channel, the commands a person may use there; channels without any are left out. */
export function reachOf(world: World, userId: string): ReadonlyMap<string, readonly APIApplicationCommand[]> {
  const person = personOf(world, userId);
  const byChannel = channelsOf(world, person).map((channel): [string, readonly APIApplicationCommand[]] => [
    channel.id,
    world.commands.filter((command) => barred(world, command, person, channel) === null),
  ]);
  return new Map(byChannel.filter(([, commands]) => commands.length > 0));
}
