const from = ['von', 'Nur Artikel, die ab diesem Tag erschienen sind: 2019, 2019-09 oder 2019-09-10'] as const;
const to = ['bis', 'Nur Artikel, die bis zu diesem Tag erschienen sind: 2019, 2019-09 oder 2019-09-10'] as const;
const theme = ['farbschema', 'Wie das Bild aussieht; ohne Angabe dunkel'] as const;
const title = ['titel', 'Der Titel'] as const;
const date = ['datum', 'Der Tag des Erscheinens: 2019-09-10 oder 10 Sep 2019'] as const;
const source = ['quelle', 'Wer den Artikel veröffentlicht hat'] as const;
const article = ['artikel', 'Der Artikel'] as const;

/** Names and descriptions of the commands, by path. Names are lower case, without spaces, 32 characters at most; descriptions 100. */
export const de = {
  ask: ['fragen', 'Stell den Artikeln eine Frage; die Antwort ist ein Zitat mit Quelle'],
  'ask.question': ['frage', 'Deine Frage, in einem Satz'],
  'ask.article': ['artikel', 'Nur diesen Artikel fragen'],
  'ask.from': from,
  'ask.to': to,
  'ask.private': ['privat', 'Die Antwort nur dir zeigen'],

  quote: ['zitat', 'Finde, was jemand gesagt hat, wer es war und wo es gedruckt stand'],
  'quote.about': ['thema', 'Wovon das Zitat handelt, etwa „sanctions“'],
  'quote.speaker': ['person', 'Wer es gesagt hat'],
  'quote.kind': ['art', 'Mit den eigenen Worten der Person oder wiedergegeben'],
  'quote.kind.direct': 'Direkt: die eigenen Worte, in Anführungszeichen',
  'quote.kind.mixed': 'Gemischt: einige der Worte in Anführungszeichen',
  'quote.kind.indirect': 'Indirekt: mit den Worten des Artikels wiedergegeben',
  'quote.from': from,
  'quote.to': to,

  speaker: ['person', 'Wer jemand ist und womit die Artikel die Person zitieren'],
  'speaker.name': ['name', 'Der Name der Person oder ein Teil davon'],

  check: ['prüfen', 'Wurde das wirklich gesagt? Vergleicht ein Zitat Wort für Wort mit den Artikeln'],
  'check.text': ['text', 'Das Zitat, auf Wunsch mit der Angabe, wer es gesagt hat: “…,” X said'],

  timeline: ['zeitleiste', 'Was wann geschah, in den eigenen Sätzen der Artikel'],
  'timeline.topic': ['thema', 'Worum es geht, etwa „missile tests“'],
  'timeline.from': ['von', 'Ab diesem Tag: 2018, 2018-06 oder 2018-06-12'],
  'timeline.to': ['bis', 'Bis einschließlich diesem Tag: 2018, 2018-06 oder 2018-06-12'],
  'timeline.order': ['reihenfolge', 'Welcher Tag zuerst kommt; ohne Angabe der älteste'],
  'timeline.order.oldest': 'älteste zuerst',
  'timeline.order.newest': 'neueste zuerst',
  'timeline.picture': ['bild', 'Mit einem Bild zum Teilen'],
  'timeline.theme': theme,
  'timeline.theme.dark': 'dunkel',
  'timeline.theme.light': 'hell',

  article: ['artikel', 'Die Artikel auflisten oder einen Seite für Seite lesen'],
  'article.article': ['artikel', 'Der Artikel, den du lesen möchtest; ohne Angabe die Liste'],

  help: ['hilfe', 'Was dieser Bot kann und wie seine Antworten zu lesen sind'],

  privacy: ['datenschutz', 'Was über dich gespeichert ist: ansehen, erhalten, löschen lassen'],
  'privacy.show': ['zeigen', 'Was über dich gespeichert ist, wo und wie lange'],
  'privacy.give': ['exportieren', 'Alles, was über dich gespeichert ist, als Datei'],
  'privacy.forget': ['löschen', 'Alles löschen, was über dich gespeichert ist; fragt vorher nach'],

  'Find in articles': 'In Artikeln suchen',
  'Check this quote': 'Dieses Zitat prüfen',

  knowledge: ['wissen', 'Die Artikel dieses Servers: hinzufügen, auflisten, ändern, entfernen, exportieren, prüfen'],
  'knowledge.add': [
    'hinzufügen',
    'Artikel hinzufügen: Datei, Link oder Text; ohne Angaben bis zu 10 Dateien auf einmal',
  ],
  'knowledge.add.file': ['datei', 'Text, Markdown, HTML, PDF, DOCX, JSON, RSS, Atom oder ein ZIP davon'],
  'knowledge.add.link': ['link', 'Ein Link zu einem Artikel'],
  'knowledge.add.text': ['text', 'Der Text eines Artikels'],
  'knowledge.add.title': title,
  'knowledge.add.date': date,
  'knowledge.add.source': source,
  'knowledge.feed': ['feed', 'Feeds, deren neue Artikel von selbst kommen'],
  'knowledge.feed.add': ['hinzufügen', 'Von jetzt an einen RSS- oder Atom-Feed lesen'],
  'knowledge.feed.add.link': ['link', 'Die Adresse des Feeds'],
  'knowledge.feed.list': ['liste', 'Die Feeds auflisten'],
  'knowledge.feed.remove': ['entfernen', 'Einen Feed nicht mehr lesen; seine Artikel bleiben'],
  'knowledge.feed.remove.feed': ['feed', 'Seine Adresse oder Wörter seines Titels'],
  'knowledge.list': ['liste', 'Die eigenen Artikel dieses Servers auflisten'],
  'knowledge.show': ['zeigen', 'Alles, was über einen von ihnen bekannt ist'],
  'knowledge.show.article': article,
  'knowledge.edit': ['bearbeiten', 'Titel, Datum oder Quelle eines Artikels ändern'],
  'knowledge.edit.article': article,
  'knowledge.edit.title': title,
  'knowledge.edit.date': date,
  'knowledge.edit.source': source,
  'knowledge.remove': ['entfernen', 'Einen Artikel entfernen oder alles, was von einer Stelle kam'],
  'knowledge.remove.article': article,
  'knowledge.remove.origin': ['herkunft', 'Alles, was aus dieser Datei, diesem Link oder Feed kam'],
  'knowledge.reload': ['neuladen', 'Die Artikel erneut aus dem Speicher lesen'],
  'knowledge.export': ['exportieren', 'Alle Artikel dieses Servers in einer Datei sichern'],
  'knowledge.export.part': ['teil', 'Welcher Teil, wenn sie nicht in eine Datei passen'],
  'knowledge.check': ['prüfen', 'Wie eine Datei oder ein Artikel gelesen wird und was daran fehlt; fügt nichts hinzu'],
  'knowledge.check.file': ['datei', 'Eine Datei, die vielleicht hinzukommt'],
  'knowledge.check.article': ['artikel', 'Ein Artikel dieses Servers'],

  setup: ['einrichten', 'Wo und wie der Bot auf diesem Server antwortet und was er speichert'],

  config: ['einstellungen', 'Alle Einstellungen dieses Servers: zeigen, zurücksetzen, exportieren, importieren'],
  'config.show': ['zeigen', 'Jede Einstellung zeigen'],
  'config.reset': ['zurücksetzen', 'Alles auf den Stand vom Anfang setzen; fragt vorher nach'],
  'config.export': ['exportieren', 'Jede Einstellung in einer Datei sichern'],
  'config.import': ['importieren', 'Die Einstellungen aus einer exportierten Datei übernehmen'],
  'config.import.file': ['datei', 'Eine JSON-Datei; was darin fehlt, wird wie am Anfang gesetzt'],

  insights: ['einblicke', 'Was hier gefragt und beantwortet wurde und was die Artikel nicht sagen'],
  'insights.days': ['tage', 'So viele letzte Tage; ohne Angabe 30'],
  'insights.theme': theme,
  'insights.theme.dark': 'dunkel',
  'insights.theme.light': 'hell',
} as const;
