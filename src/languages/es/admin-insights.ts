import type { adminInsights as english } from '../en/admin-insights.ts';
import type { Translation } from '../types.ts';

/** What administrators are told of what was asked: `/insights`. Words in the picture are as short as they can be. */
export const adminInsights = {
  'insights.period': '**Del {from} al {to}**',
  'insights.kept': {
    one: 'Las preguntas se guardan {n} día; /configurar lo cambia.',
    other: 'Las preguntas se guardan {n} días; /configurar lo cambia.',
  },
  'insights.off': 'El registro de preguntas está desactivado; /configurar lo activa.',
  'insights.empty': '**No hay preguntas en el registro.**',
  'insights.answered': '**Preguntas:** {questions}, respondidas: {answered} ({share} %)',
  'insights.unanswered': '**Preguntas:** {questions}, respondidas: ninguna',
  'insights.feedback': '**Valoraciones:** {helpful} útiles, {unhelpful} no útiles',
  'insights.noFeedback': '**Valoraciones:** ninguna',
  'insights.articles': '**Artículos más citados**',
  'insights.noArticles': '**Artículos más citados:** ninguno',
  'insights.speakers': '**Personas más citadas**',
  'insights.noSpeakers': '**Personas más citadas:** ninguna',
  'insights.ranked': '{name} ({count})',
  'insights.gone': 'un artículo que ya no está',
  'insights.gaps': '**Lo que los artículos no dicen**',
  'insights.noGaps':
    '**Lo que los artículos no dicen:** aquí no se guarda el texto de las preguntas. /configurar › Privacidad y registro lo activa; desde entonces, lo que queda sin respuesta se agrupa aquí.',
  'insights.gap': '«{question}»',
  'insights.gapLike': { one: '«{question}» y {n} parecida', other: '«{question}» y {n} parecidas' },
  'insights.more': 'y {n} más, que están en la tabla',
  'insights.table': 'Como tabla (CSV)',
  'insights.tabled': '**Las cifras como tabla**, una por línea. No contiene el nombre ni el ID de nadie.',
  'insights.file': 'Las cifras en CSV',

  'insights.picture.day': 'Preguntas por día',
  'insights.picture.week': 'Preguntas por semana',
  'insights.picture.period': '{from} – {to}',
  'insights.picture.questions': { one: 'una pregunta', other: '{n} preguntas' },
  'insights.picture.share': '{share} % respondidas',
  'insights.picture.yes': 'respondidas',
  'insights.picture.no': 'los artículos no lo dicen',
  'insights.picture.alt.day': 'Barras de las preguntas por día, {period}: {questions}, {answered} respondidas.',
  'insights.picture.alt.week': 'Barras de las preguntas por semana, {period}: {questions}, {answered} respondidas.',
  'insights.picture.peak.day': 'El máximo en un día: {most}, {date}.',
  'insights.picture.peak.week': 'El máximo en una semana: {most}, {date}.',
} as const satisfies Translation<typeof english>;
