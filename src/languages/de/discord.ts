import type { discord as english } from '../en/discord.ts';
import type { Translation } from '../types.ts';

/** What the bot says before and around its answers. */
export const discord = {
  'pager.previous': '◀ Zurück',
  'pager.next': 'Weiter ▶',
  'pager.page': 'Seite {page} von {pages}',

  'hello.name':
    '**Hallo, ich bin {name}.** Ich beantworte Fragen zu Nachrichtenartikeln mit deren eigenen Worten und belege jedes Zitat.',
  'hello.ask': 'Frag mit `/fragen` oder erwähne mich in einer Nachricht.',
  'hello.help': '`/hilfe` zeigt, was ich sonst noch kann.',
  'hello.setup': 'Für alle, die diesen Server verwalten: `/einrichten` legt fest, wo und wie ich antworte.',
  usage:
    'Frag mich etwas über die Artikel, und ich antworte mit ihren eigenen Worten. Das sind meine Befehle: {commands}.',

  'guard.guest':
    'Ich wurde diesem Server nicht hinzugefügt, daher gibt es hier nichts zu verwalten. Wer ihn verwaltet, kann mich hinzufügen.',
  'guard.direct': 'Das geht nur auf einem Server. Bitte verwende es in einem Kanal des Servers, um den es geht.',
  'guard.managers':
    'Das können nur Mitglieder mit der Berechtigung „Server verwalten“. Bitte wende dich an eines von ihnen.',
  'guard.roles':
    'Das können nur Mitglieder mit der Berechtigung „Server verwalten“ oder der Rolle {roles}. Bitte wende dich an eines von ihnen.',
  'guard.channels': 'Auf diesem Server antworte ich in {channels}. Bitte frag dort.',
  'guard.others': 'weiteren',
  'guard.threads': 'Auf diesem Server antworte ich nicht in Threads. Bitte frag im Kanal selbst.',
  'guard.private': 'Auf diesem Server sehen meine Antworten nur die, die gefragt haben. Bitte frag mit /fragen.',
  'guard.user': {
    one: 'Du hast so oft gefragt, wie es in einer Minute erlaubt ist. Bitte frag in einer Sekunde noch einmal.',
    other: 'Du hast so oft gefragt, wie es in einer Minute erlaubt ist. Bitte frag in {n} Sekunden noch einmal.',
  },
  'guard.channel': {
    one: 'In diesem Kanal wurde so oft gefragt, wie es in einer Minute erlaubt ist. Bitte frag in einer Sekunde noch einmal.',
    other:
      'In diesem Kanal wurde so oft gefragt, wie es in einer Minute erlaubt ist. Bitte frag in {n} Sekunden noch einmal.',
  },

  'trouble.restart': 'Ich werde gerade neu gestartet. Bitte frag in einer Minute noch einmal.',
  'trouble.stale': 'Das gehört zu einer anderen Version des Bots. Bitte ruf den Befehl noch einmal auf.',
  'trouble.long': 'Das ist zu lang. Bitte stell eine kürzere Frage.',
  'trouble.permission':
    'Das darf ich hier nicht. Wer den Server verwaltet, muss mir in diesem Kanal die Berechtigungen „Kanal anzeigen“, „Nachrichten senden“ und „Nachrichtenverlauf anzeigen“ geben, für Bilder und Exporte auch „Dateien anhängen“.',
  'trouble.incident':
    'Bei mir ist etwas schiefgegangen. Bitte versuch es noch einmal. Wenn es wieder passiert, nenn denen, die diesen Bot betreiben, die Vorfallnummer `{incident}`.',

  'file.large': 'Diese Datei ist größer als {size} MB. Bitte teil sie in kleinere auf.',
  'file.missing': 'Ich konnte diese Datei nicht von Discord abrufen. Bitte häng sie noch einmal an.',
  'file.late': 'Discord gibt mir diese Datei gerade nicht. Bitte versuch es in einer Minute noch einmal.',
  'file.output':
    'Das ergäbe eine Datei von {size} MB, und Discord nimmt hier {limit} MB an. Bitte wähl einen kürzeren Zeitraum oder ein engeres Thema.',
} as const satisfies Translation<typeof english>;
