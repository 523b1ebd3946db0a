import type { help as english } from '../en/help.ts';
import type { Translation } from '../types.ts';

/** The reply of `/help`. */
export const help = {
  'help.start':
    '**Respondo a partir de artículos de prensa, con sus propias palabras.** Cada respuesta es una cita que se puede comprobar. Cuando los artículos no lo dicen, lo digo.',
  'help.entry': '**{name}** {description}',
  'help.example': '{entry}, por ejemplo: {example}',
  'help.menu': 'mantén pulsado un mensaje o haz clic derecho › Aplicaciones › {name}',
  'help.find': 'Busca en los artículos lo que dice un mensaje',
  'help.check': 'Dice si una cita de un mensaje se dijo de verdad',
  'help.mention': 'También puedes mencionarme en un mensaje con tu pregunta o escribirme directamente.',
  'help.reading':
    '**Cómo leer una respuesta.** El bloque de cita es el artículo al pie de la letra; las palabras que responden van en negrita. La línea numerada de abajo nombra el artículo, quién lo publicó y el día de publicación. **{context}** muestra las frases de alrededor; **{proof}**, dónde están las palabras y cómo comprobarlas por tu cuenta.',

  'help.admins': '**Para ti, que gestionas este servidor:**',
  'help.managers': '**Para ti, que gestionas los artículos de este servidor:**',
  'help.direct':
    'Los mensajes directos no tienen ajustes: allí respondo con los artículos que venían conmigo y con todo como al principio.',

  'help.votes':
    'Privacidad: se guarda cómo se valoró una respuesta ({helpful}, {unhelpful}), durante medio año y con un código en lugar de tu ID.',
  'help.countedHere': {
    one: 'Aquí las preguntas se cuentan durante un día, sin sus palabras.',
    other: 'Aquí las preguntas se cuentan durante {n} días, sin sus palabras.',
  },
  'help.keptHere': {
    one: 'Aquí las preguntas se cuentan durante un día, con sus palabras.',
    other: 'Aquí las preguntas se cuentan durante {n} días, con sus palabras.',
  },
  'help.counted': {
    one: 'En este servidor las preguntas se cuentan durante un día, sin sus palabras.',
    other: 'En este servidor las preguntas se cuentan durante {n} días, sin sus palabras.',
  },
  'help.kept': {
    one: 'En este servidor las preguntas se cuentan durante un día, con sus palabras.',
    other: 'En este servidor las preguntas se cuentan durante {n} días, con sus palabras.',
  },
  'help.privacy':
    'Las preguntas y respuestas están en los mensajes de Discord. `/privacidad` muestra, entrega y borra lo que se guarda sobre ti.',
} as const satisfies Translation<typeof english>;
