import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../types.ts';

/** What stands in the replies of every command that quotes: sources, periods, refusals, proofs; and the answers of `/ask`. */
export const answers = {
  'words.row': '{before}, {next}',
  'words.sentences': '{before} {next}',
  'words.long': 'Son {length} caracteres; escribe {most} como máximo.',
  'words.none': 'Indica «{option}» con palabras, por ejemplo «summit».',
  'words.server': 'Esto se refiere a un servidor: úsalo en uno.',

  'option.about': 'tema',
  'option.article': 'artículo',
  'option.from': 'desde',
  'option.to': 'hasta',
  'option.topic': 'tema',

  'period.between': 'del {from} al {to}',
  'period.from': 'a partir del {from}',
  'period.to': 'hasta el {to}',
  'period.unread': 'No puedo leer «{option}» como fecha. Valen estas formas: 2019, 2019-09, 2019-09-10 o 10 Sep 2019.',
  'period.noDay':
    'El día que indica «{option}» no existe. Valen estas formas: 2019, 2019-09, 2019-09-10 o 10 Sep 2019.',
  'period.swapped': '«{from}» ({first}) es posterior a «{to}» ({last}): intercámbialos o amplía el período.',

  'source.title': '«{title}»',
  'source.line': '{title} — {publisher}, {published}',
  'source.anonymous': '{title}, {published}',
  'source.published': 'publicado el {date}',
  'source.undated': 'fecha de publicación desconocida',
  'source.label': '{title} ({date})',
  'source.link': '{title} ([abrir]({page}))',
  'source.also': 'También en {source}',
  'source.more': { one: 'y {n} más', other: 'y {n} más' },
  'source.inMore': { one: 'y en {n} más', other: 'y en {n} más' },
  'source.rest': { one: 'y {n} más: mira `/artículo`', other: 'y {n} más: mira `/artículo`' },
  'source.missing': 'No tengo ese artículo; puede que se haya quitado. Elige uno de la lista que se abre al escribir.',
  'source.several': 'Varios artículos coinciden con ese título. Elige uno de la lista que se abre al escribir.',

  'evidence.context': 'Contexto',
  'evidence.inContext': 'En contexto',
  'evidence.proof': 'Prueba',
  'evidence.gone': 'Ese artículo ya no está en la colección. Vuelve a preguntar.',
  'evidence.changed': 'La fuente ha cambiado desde que se mostró esto. Vuelve a preguntar.',
  'proof.gone': '**Sin prueba: la fuente ya no está**\nEl artículo ya no está en la colección.',
  'proof.changed':
    '**La fuente ha cambiado**\nCuando se mostró esto, el SHA-256 del texto del artículo empezaba por {before}; ahora es {now}. Vuelve a preguntar para obtener una respuesta del texto actual.',
  'proof.removed':
    '**La fuente se ha quitado desde entonces.** Estas son sus palabras tal como eran cuando se mostró esto.',
  'proof.since':
    '**La fuente ha cambiado desde entonces.** Estas son sus palabras tal como eran cuando se mostró esto; el SHA-256 de su texto es ahora `{hash}`.',
  'proof.facts':
    '**Artículo** {article}\n**SHA-256 de su texto** `{hash}`\n**Caracteres** del {start} al {end} de {length}, es decir, {count}\n**Para comprobarlo:** el texto del artículo tiene el SHA-256 de arriba (UTF-8), y `text.slice({start}, {end})` en JavaScript da las palabras en negrita, al pie de la letra.',

  'ask.empty': 'Haz una pregunta con palabras, por ejemplo «Who arrived in Moscow on Monday?».',
  'ask.noArticles': 'Todavía no tengo artículos con los que responder.',
  'ask.noneThen': 'No se publicó ningún artículo {period}. `/artículo` muestra los que hay.',
  'ask.notThen': 'El artículo que has elegido no se publicó {period}. `/artículo` muestra los que hay.',
  'ask.corrected': 'He leído {words}.',
  'ask.correction': '«{written}» como «{meant}»',
  'ask.before': 'La frase anterior, que dice de quién o de qué se trata:',
  'ask.when': '«{words}» se refiere aquí a: {date}',
  'ask.speaker': 'Quién habla: {speaker}',
  'ask.also': 'También se dice en:',
  'ask.copies': 'La misma noticia, publicada en:',
  'ask.otherwise': { one: '**Otro artículo dice otra cosa:**', other: '**Otros artículos dicen otra cosa:**' },
  'ask.passages': 'Otros pasajes',
  'ask.noPassages': 'No hay otros pasajes sobre esto.',
  'ask.followUp': 'Seguir preguntando',
  'ask.followUpQuestion': 'Tu siguiente pregunta',
  'ask.followUpExample': 'por ejemplo: And where did he go?',
  'ask.earlier': 'Sobre (la pregunta anterior)',

  'ask.silence': '**Los artículos no lo dicen.**',
  'ask.closest': 'Los pasajes más cercanos, que quizá no respondan:',
  'ask.titles': { one: 'De qué trata el artículo:', other: 'De qué tratan los artículos:' },
  'ask.helpful': 'Útil',
  'ask.unhelpful': 'No útil',
  'ask.thanks': 'Gracias. Anotado como útil.',
  'ask.thanksAnyway': 'Gracias. Anotado como no útil.',
  'ask.vote': 'Vota con los botones que hay debajo de una respuesta.',
} as const satisfies Translation<typeof english>;
