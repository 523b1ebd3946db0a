import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../types.ts';

/** What stands in the replies of every command that quotes: sources, periods, refusals, proofs; and the answers of `/ask`. */
export const answers = {
  'words.row': '{before}, {next}',
  'words.sentences': '{before} {next}',
  'words.long': 'Cela fait {length} caractères ; veuillez en écrire {most} au plus.',
  'words.none': 'Veuillez donner pour « {option} » des mots, par exemple « summit ».',
  'words.server': 'Cela concerne un serveur : veuillez l’utiliser sur un serveur.',

  'option.about': 'sujet',
  'option.article': 'article',
  'option.from': 'du',
  'option.to': 'au',
  'option.topic': 'sujet',

  'period.between': 'du {from} au {to}',
  'period.from': 'à partir du {from}',
  'period.to': 'jusqu’au {to}',
  'period.unread':
    'Je ne peux pas lire « {option} » comme une date. Ces formes conviennent : 2019, 2019-09, 2019-09-10 ou 10 Sep 2019.',
  'period.noDay':
    'Le jour indiqué pour « {option} » n’existe pas. Ces formes conviennent : 2019, 2019-09, 2019-09-10 ou 10 Sep 2019.',
  'period.swapped':
    '« {from} » ({first}) est postérieur à « {to} » ({last}) : veuillez les échanger ou élargir la période.',

  'source.title': '« {title} »',
  'source.line': '{title} — {publisher}, {published}',
  'source.anonymous': '{title}, {published}',
  'source.published': 'paru le {date}',
  'source.undated': 'date de parution inconnue',
  'source.label': '{title} ({date})',
  'source.link': '{title} ([ouvrir]({page}))',
  'source.also': 'Aussi dans {source}',
  'source.more': { one: 'et {n} autre', other: 'et {n} autres' },
  'source.inMore': { one: 'et dans {n} autre', other: 'et dans {n} autres' },
  'source.rest': { one: 'et {n} autre : voir `/article`', other: 'et {n} autres : voir `/article`' },
  'source.missing':
    'Je n’ai pas cet article : il a peut-être été retiré. Veuillez en choisir un dans la liste qui s’ouvre pendant la saisie.',
  'source.several':
    'Plusieurs articles correspondent à ce titre. Veuillez en choisir un dans la liste qui s’ouvre pendant la saisie.',

  'evidence.context': 'Contexte',
  'evidence.inContext': 'En contexte',
  'evidence.proof': 'Preuve',
  'evidence.gone': 'Cet article ne fait plus partie de la collection. Veuillez poser à nouveau votre question.',
  'evidence.changed': 'La source a changé depuis que ceci a été affiché. Veuillez poser à nouveau votre question.',
  'proof.gone': '**Pas de preuve : la source a disparu**\nL’article ne fait plus partie de la collection.',
  'proof.changed':
    '**La source a changé**\nQuand ceci a été affiché, le SHA-256 du texte de l’article commençait par {before} ; c’est maintenant {now}. Veuillez poser à nouveau votre question pour une réponse tirée du texte actuel.',
  'proof.removed': '**La source a été retirée depuis.** Voici ses mots tels qu’ils étaient quand ceci a été affiché.',
  'proof.since':
    '**La source a changé depuis.** Voici ses mots tels qu’ils étaient quand ceci a été affiché ; le SHA-256 de son texte est maintenant `{hash}`.',
  'proof.facts':
    '**Article** {article}\n**SHA-256 de son texte** `{hash}`\n**Caractères** {start} à {end} sur {length}, soit {count}\n**Pour vérifier :** le texte de l’article a le SHA-256 ci-dessus (UTF-8), et `text.slice({start}, {end})` en JavaScript donne les mots en gras, à la lettre.',

  'ask.empty': 'Veuillez poser une question avec des mots, par exemple « Who arrived in Moscow on Monday? ».',
  'ask.noArticles': 'Je n’ai encore aucun article pour répondre.',
  'ask.noneThen': 'Aucun article n’est paru {period}. `/article` montre ceux qu’il y a.',
  'ask.notThen': 'L’article que vous avez choisi n’est pas paru {period}. `/article` montre ceux qu’il y a.',
  'ask.corrected': 'J’ai lu {words}.',
  'ask.correction': '« {written} » comme « {meant} »',
  'ask.before': 'La phrase précédente, qui dit de qui ou de quoi il s’agit :',
  'ask.when': '« {words} » désigne ici : {date}',
  'ask.speaker': 'Qui parle : {speaker}',
  'ask.also': 'Dit aussi dans :',
  'ask.copies': 'Le même article, paru dans :',
  'ask.otherwise': {
    one: '**Un autre article dit autre chose :**',
    other: '**D’autres articles disent autre chose :**',
  },
  'ask.passages': 'Autres passages',
  'ask.noPassages': 'Il n’y a pas d’autres passages à ce sujet.',
  'ask.followUp': 'Poser une question de suivi',
  'ask.followUpQuestion': 'Votre question de suivi',
  'ask.followUpExample': 'par exemple : And where did he go?',
  'ask.earlier': 'À propos de (la question précédente)',

  'ask.silence': '**Les articles ne le disent pas.**',
  'ask.closest': 'Les passages les plus proches, qui ne répondent peut-être pas :',
  'ask.titles': { one: 'Ce dont parle l’article :', other: 'Ce dont parlent les articles :' },
  'ask.helpful': 'Utile',
  'ask.unhelpful': 'Pas utile',
  'ask.thanks': 'Merci. Noté comme utile.',
  'ask.thanksAnyway': 'Merci. Noté comme pas utile.',
  'ask.vote': 'Veuillez voter avec les boutons sous une réponse.',
} as const satisfies Translation<typeof english>;
