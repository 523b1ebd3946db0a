import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../types.ts';

/** The replies of `/article` and of “Find in articles”. */
export const articles = {
  'article.none': '記事はまだありません。',
  'article.count': { other: '**記事{n}件（新しい順）**' },
  'article.listed': '{count}（最新の{listed}件を表示）',
  'article.read': '記事を読む',
  'article.readNewest': '最新の{listed}件から選んで読む',
  'article.others': 'ほかの記事を開くには、タイトルの言葉をオプション「{option}」に入力してください。',
  'article.length': { other: '{n}文字' },
  'article.all': '記事の一覧',
  'article.anonymous': '筆者不明',

  'find.empty': 'このメッセージには検索できる言葉がありません。テキストを含むメッセージを選んでください。',
  'find.exact': '**一字一句そのまま見つかりました。**',
  'find.altered': '**見つかりましたが、一字一句同じではありません。**',
  'find.left': 'メッセージにない部分：「{words}」',
  'find.added': '記事にない部分：「{words}」',
  'find.changed': '記事では「{article}」、メッセージでは「{message}」',
  'find.more': { other: 'ほか{n}か所の違い' },
  'find.none': '**この言葉は記事にありません。**',
  'find.near': '最も近い文：',
  'find.far': '近い文もありません。',
} as const satisfies Translation<typeof english>;
