import type { adminPrivacy as english } from '../en/admin-privacy.ts';
import type { Translation } from '../types.ts';

/** What people are told of what is kept about them: `/privacy`. */
export const adminPrivacy = {
  'privacy.choose': 'Elige una opción: mostrar, exportar o borrar.',
  'privacy.heading': '**Guardado sobre ti**',
  'privacy.votes': {
    one: 'un voto sobre respuestas (útil, no útil), durante medio año',
    other: '{n} votos sobre respuestas (útil, no útil), cada uno durante medio año',
  },
  'privacy.noVotes': 'ningún voto sobre respuestas (útil, no útil), cada uno durante medio año',
  'privacy.questions': '{questions} en los registros de {places}; con su texto: {worded}',
  'privacy.count.questions': { one: 'una pregunta', other: '{n} preguntas' },
  'privacy.count.noQuestions': 'ninguna pregunta',
  'privacy.count.places': { one: 'un lugar', other: '{n} lugares' },
  'privacy.count.noPlaces': 'ningún lugar',
  'privacy.worded': { one: '{n}', other: '{n}' },
  'privacy.unworded': 'ninguna',
  'privacy.here': '**Aquí:** {kept}',
  'privacy.server': '**En este servidor:** {kept}',
  'privacy.off': 'no se guardan preguntas.',
  'privacy.kept.words': {
    one: 'una pregunta se guarda un día, con su texto: el comando, el día y la hora, si se respondió y qué artículos y personas se citaron.',
    other:
      'una pregunta se guarda {n} días, con su texto: el comando, el día y la hora, si se respondió y qué artículos y personas se citaron.',
  },
  'privacy.kept.counted': {
    one: 'una pregunta se guarda un día, sin su texto: el comando, el día y la hora, si se respondió y qué artículos y personas se citaron.',
    other:
      'una pregunta se guarda {n} días, sin su texto: el comando, el día y la hora, si se respondió y qué artículos y personas se citaron.',
  },
  'privacy.code':
    '**Cómo figuras allí:** ni por tu nombre ni por tu ID, sino por un código que se obtiene de tu ID con una clave secreta (HMAC-SHA-256). Distingue tus entradas de las de otras personas, para que se puedan encontrar para ti, y sin la clave nadie puede saber por él quién eres.',
  'privacy.admins':
    '**Qué ven los administradores:** cuántas preguntas se hicieron, cuántas se respondieron, qué artículos y personas se citaron y, solo donde un servidor lo ha activado, el texto de las preguntas que quedaron sin respuesta. Nunca quién preguntó. Las respuestas mismas solo están en los mensajes de Discord.',
  'privacy.how': '/privacidad exportar te envía todo en un archivo, /privacidad borrar lo borra.',
  'privacy.nothing': '**No se guarda nada sobre ti.**',
  'privacy.given': '**Todo lo que se guarda sobre ti.** «voter» y «asker» son el código que te representa.',
  'privacy.givenNothing': '**No se guarda nada sobre ti.** El archivo dice lo mismo.',
  'privacy.file': 'Lo que se guarda sobre ti',
  'privacy.sure': '**¿Borrar {votes} y {questions}?** No se puede deshacer.',
  'privacy.count.votes': { one: 'un voto', other: '{n} votos' },
  'privacy.count.noVotes': 'ningún voto',
  'privacy.yes': 'Borrar todo',
  'privacy.no': 'Conservarlo',
  'privacy.deleted': {
    one: '**Borrado:** una entrada. No queda nada sobre ti. Lo que preguntes desde ahora se guarda como antes.',
    other: '**Borrado:** {n} entradas. No queda nada sobre ti. Lo que preguntes desde ahora se guarda como antes.',
  },
  'privacy.deletedNothing':
    '**Borrado:** ninguna entrada. No queda nada sobre ti. Lo que preguntes desde ahora se guarda como antes.',
  'privacy.kept': '**No se ha borrado nada.**',
} as const satisfies Translation<typeof english>;
