import type { adminInsights as english } from '../en/admin-insights.ts';
import type { Translation } from '../types.ts';

/** What administrators are told of what was asked: `/insights`. Words in the picture are as short as they can be. */
export const adminInsights = {
  'insights.period': '**Du {from} au {to}**',
  'insights.kept': {
    one: 'Les questions sont conservées {n} jour ; /configurer modifie cela.',
    other: 'Les questions sont conservées {n} jours ; /configurer modifie cela.',
  },
  'insights.off': 'Le journal des questions est désactivé ; /configurer l’active.',
  'insights.empty': '**Aucune question dans le journal.**',
  'insights.answered': '**Questions :** {questions}, avec réponse : {answered} ({share} %)',
  'insights.unanswered': '**Questions :** {questions}, avec réponse : aucune',
  'insights.feedback': '**Avis :** {helpful} utiles, {unhelpful} pas utiles',
  'insights.noFeedback': '**Avis :** aucun',
  'insights.articles': '**Articles les plus cités**',
  'insights.noArticles': '**Articles les plus cités :** aucun',
  'insights.speakers': '**Personnes les plus citées**',
  'insights.noSpeakers': '**Personnes les plus citées :** aucune',
  'insights.ranked': '{name} ({count})',
  'insights.gone': 'un article qui n’existe plus',
  'insights.gaps': '**Ce que les articles ne disent pas**',
  'insights.noGaps':
    '**Ce que les articles ne disent pas :** le texte des questions n’est pas conservé ici. /configurer › Confidentialité et journal l’active ; dès lors, ce qui reste sans réponse est regroupé ici.',
  'insights.gap': '« {question} »',
  'insights.gapLike': { one: '« {question} » et {n} semblable', other: '« {question} » et {n} semblables' },
  'insights.more': 'et {n} de plus, dans le tableau',
  'insights.table': 'En tableau (CSV)',
  'insights.tabled': '**Les chiffres en tableau**, un par ligne. Aucun nom ni identifiant de personne n’y figure.',
  'insights.file': 'Les chiffres en CSV',

  'insights.picture.day': 'Questions par jour',
  'insights.picture.week': 'Questions par semaine',
  'insights.picture.period': '{from} – {to}',
  'insights.picture.questions': { one: 'une question', other: '{n} questions' },
  'insights.picture.share': '{share} % avec réponse',
  'insights.picture.yes': 'avec réponse',
  'insights.picture.no': 'les articles ne le disent pas',
  'insights.picture.alt.day': 'Barres des questions par jour, {period} : {questions}, {answered} avec réponse.',
  'insights.picture.alt.week': 'Barres des questions par semaine, {period} : {questions}, {answered} avec réponse.',
  'insights.picture.peak.day': 'Le plus en un jour : {most}, {date}.',
  'insights.picture.peak.week': 'Le plus en une semaine : {most}, {date}.',
} as const satisfies Translation<typeof english>;
