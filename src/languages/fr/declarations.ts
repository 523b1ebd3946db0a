const from = ['du', 'Seulement les articles parus à partir de cette date : 2019, 2019-09 ou 2019-09-10'] as const;
const to = ['au', 'Seulement les articles parus jusqu’à cette date : 2019, 2019-09 ou 2019-09-10'] as const;
const theme = ['thème', 'L’apparence de l’image ; sombre si vous ne précisez rien'] as const;
const title = ['titre', 'Son titre'] as const;
const date = ['date', 'Le jour de sa parution : 2019-09-10 ou 10 Sep 2019'] as const;
const source = ['source', 'Qui l’a publié'] as const;
const article = ['article', 'L’article'] as const;

/** Names and descriptions of the commands, by path. Names are lower case, without spaces, 32 characters at most; descriptions 100. */
export const fr = {
  ask: ['demander', 'Posez une question aux articles ; la réponse est une citation avec sa source'],
  'ask.question': ['question', 'Votre question, en une phrase'],
  'ask.article': ['article', 'Interroger cet article seulement'],
  'ask.from': from,
  'ask.to': to,
  'ask.private': ['privé', 'Ne montrer la réponse qu’à vous'],

  quote: ['citation', 'Trouvez ce qui a été dit, par qui, et où cela a paru'],
  'quote.about': ['sujet', 'Ce dont parle la citation, par exemple « sanctions »'],
  'quote.speaker': ['personne', 'Qui l’a dit'],
  'quote.kind': ['type', 'Dans les mots de la personne, ou rapporté'],
  'quote.kind.direct': 'Directe : les mots mêmes de la personne, entre guillemets',
  'quote.kind.mixed': 'Mixte : une partie des mots entre guillemets',
  'quote.kind.indirect': 'Indirecte : rapportée avec les mots de l’article',
  'quote.from': from,
  'quote.to': to,

  speaker: ['personne', 'Qui est quelqu’un, et ce que les articles citent de cette personne'],
  'speaker.name': ['nom', 'Le nom de la personne, ou une partie'],

  check: ['vérifier', 'Cela a-t-il vraiment été dit ? Compare une citation aux articles, mot à mot'],
  'check.text': ['texte', 'La citation, avec ou sans son auteur : “…,” X said'],

  timeline: ['chronologie', 'Ce qui s’est passé et quand, dans les phrases mêmes des articles'],
  'timeline.topic': ['sujet', 'De quoi il s’agit, par exemple « missile tests »'],
  'timeline.from': ['du', 'À partir de cette date : 2018, 2018-06 ou 2018-06-12'],
  'timeline.to': ['au', 'Jusqu’à cette date incluse : 2018, 2018-06 ou 2018-06-12'],
  'timeline.order': ['ordre', 'Quelle date vient en premier ; la plus ancienne si vous ne précisez rien'],
  'timeline.order.oldest': 'la plus ancienne d’abord',
  'timeline.order.newest': 'la plus récente d’abord',
  'timeline.picture': ['image', 'Avec une image à partager'],
  'timeline.theme': theme,
  'timeline.theme.dark': 'sombre',
  'timeline.theme.light': 'clair',

  article: ['article', 'Afficher la liste des articles, ou en lire un page par page'],
  'article.article': ['article', 'L’article à lire ; la liste si vous ne précisez rien'],

  help: ['aide', 'Ce que fait ce bot, et comment lire ses réponses'],

  privacy: ['confidentialité', 'Ce qui est conservé sur vous : le voir, l’obtenir, le faire effacer'],
  'privacy.show': ['afficher', 'Ce qui est conservé sur vous, où et pendant combien de temps'],
  'privacy.give': ['exporter', 'Tout ce qui est conservé sur vous, dans un fichier'],
  'privacy.forget': ['effacer', 'Effacer tout ce qui est conservé sur vous, après confirmation'],

  'Find in articles': 'Chercher dans les articles',
  'Check this quote': 'Vérifier cette citation',

  knowledge: ['connaissances', 'Les articles de ce serveur : ajouter, lister, modifier, retirer, exporter, vérifier'],
  'knowledge.add': [
    'ajouter',
    'Ajouter des articles : fichier, lien ou texte ; sans option, jusqu’à 10 fichiers à la fois',
  ],
  'knowledge.add.file': ['fichier', 'Texte, Markdown, HTML, PDF, DOCX, JSON, RSS, Atom, ou un ZIP qui en contient'],
  'knowledge.add.link': ['lien', 'Un lien vers un article'],
  'knowledge.add.text': ['texte', 'Le texte d’un article'],
  'knowledge.add.title': title,
  'knowledge.add.date': date,
  'knowledge.add.source': source,
  'knowledge.feed': ['flux', 'Les flux dont les nouveaux articles arrivent d’eux-mêmes'],
  'knowledge.feed.add': ['ajouter', 'Lire désormais un flux RSS ou Atom'],
  'knowledge.feed.add.link': ['lien', 'L’adresse du flux'],
  'knowledge.feed.list': ['liste', 'Afficher la liste des flux'],
  'knowledge.feed.remove': ['retirer', 'Ne plus lire un flux ; ses articles restent'],
  'knowledge.feed.remove.feed': ['flux', 'Son adresse, ou des mots de son titre'],
  'knowledge.list': ['liste', 'Afficher la liste des articles propres à ce serveur'],
  'knowledge.show': ['afficher', 'Tout ce que l’on sait de l’un d’eux'],
  'knowledge.show.article': article,
  'knowledge.edit': ['modifier', 'Modifier le titre, la date ou la source d’un article'],
  'knowledge.edit.article': article,
  'knowledge.edit.title': title,
  'knowledge.edit.date': date,
  'knowledge.edit.source': source,
  'knowledge.remove': ['retirer', 'Retirer un article, ou tout ce qui vient d’un même endroit'],
  'knowledge.remove.article': article,
  'knowledge.remove.origin': ['origine', 'Tout ce qui vient de ce fichier, de ce lien ou de ce flux'],
  'knowledge.reload': ['recharger', 'Relire les articles depuis le stockage'],
  'knowledge.export': ['exporter', 'Enregistrer tous les articles de ce serveur dans un fichier'],
  'knowledge.export.part': ['partie', 'Quelle partie, s’ils ne tiennent pas dans un seul fichier'],
  'knowledge.check': ['vérifier', 'Comment un fichier ou un article est lu, et ce qui ne va pas ; n’ajoute rien'],
  'knowledge.check.file': ['fichier', 'Un fichier que vous pourriez ajouter'],
  'knowledge.check.article': ['article', 'Un article de ce serveur'],

  setup: ['configurer', 'Où et comment le bot répond sur ce serveur, et ce qu’il conserve'],

  config: ['réglages', 'L’ensemble des réglages de ce serveur : afficher, réinitialiser, exporter, importer'],
  'config.show': ['afficher', 'Afficher tous les réglages'],
  'config.reset': ['réinitialiser', 'Remettre tout comme au début, après confirmation'],
  'config.export': ['exporter', 'Enregistrer tous les réglages dans un fichier'],
  'config.import': ['importer', 'Reprendre les réglages d’un fichier exporté'],
  'config.import.file': ['fichier', 'Un fichier JSON ; ce qui y manque est remis comme au début'],

  insights: ['statistiques', 'Ce qui a été demandé ici, ce qui a eu réponse, et ce que les articles ne disent pas'],
  'insights.days': ['jours', 'Les derniers jours à compter ; 30 si vous ne précisez rien'],
  'insights.theme': theme,
  'insights.theme.dark': 'sombre',
  'insights.theme.light': 'clair',
} as const;
