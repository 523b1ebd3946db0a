import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../types.ts';

/** The replies of `/article` and of “Find in articles”. */
export const articles = {
  'article.none': '我还没有文章。',
  'article.count': { other: '**共 {n} 篇文章，最新的在前**' },
  'article.listed': '{count}（仅列出最新的 {listed} 篇）',
  'article.read': '阅读一篇',
  'article.readNewest': '从最新的 {listed} 篇中选读一篇',
  'article.others': '要打开其他文章，请在选项“{option}”中输入其标题中的词。',
  'article.length': { other: '{n} 个字符' },
  'article.all': '所有文章',
  'article.anonymous': '作者不详',

  'find.empty': '这条消息中没有可查找的文字：请选择一条有文字的消息。',
  'find.exact': '**已找到，一字不差。**',
  'find.altered': '**已找到，但并非一字不差。**',
  'find.left': '消息中缺少：“{words}”',
  'find.added': '文章中没有：“{words}”',
  'find.changed': '文章为“{article}”，消息为“{message}”',
  'find.more': { other: '以及另外 {n} 处差异' },
  'find.none': '**文章中没有这些话。**',
  'find.near': '最接近的句子：',
  'find.far': '也没有与之接近的句子。',
} as const satisfies Translation<typeof english>;
