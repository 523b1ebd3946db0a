import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../types.ts';

/** The replies of `/article` and of “Find in articles”. */
export const articles = {
  'article.none': 'Todavía no tengo artículos.',
  'article.count': { one: '**Un artículo**', other: '**{n} artículos, primero los más recientes**' },
  'article.listed': '{count} (se muestran los {listed} más recientes)',
  'article.read': 'Leer uno',
  'article.readNewest': 'Leer uno de los {listed} más recientes',
  'article.others': 'Para abrir otro, escribe palabras de su título en la opción «{option}».',
  'article.length': { one: '{n} carácter', other: '{n} caracteres' },
  'article.all': 'Todos los artículos',
  'article.anonymous': 'Autor desconocido',

  'find.empty': 'Ese mensaje no tiene palabras que buscar: elige uno con texto.',
  'find.exact': '**Encontrado, al pie de la letra.**',
  'find.altered': '**Encontrado, pero no al pie de la letra.**',
  'find.left': 'falta en el mensaje: «{words}»',
  'find.added': 'no está en el artículo: «{words}»',
  'find.changed': 'el artículo dice «{article}»; el mensaje, «{message}»',
  'find.more': { one: 'y {n} diferencia más', other: 'y {n} diferencias más' },
  'find.none': '**Estas palabras no están en los artículos.**',
  'find.near': 'Las frases más parecidas:',
  'find.far': 'Tampoco hay ninguna frase parecida.',
} as const satisfies Translation<typeof english>;
