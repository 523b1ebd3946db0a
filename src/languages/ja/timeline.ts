import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../types.ts';

/** The replies of `/timeline`, with its pictures and files. */
export const timeline = {
  'timeline.none': '**日付のある文は見つかりませんでした。**ある記事は `/記事` で確認できます。',
  'timeline.noneAbout':
    '**「{about}」についての日付のある文は見つかりませんでした。**ある記事は `/記事` で確認できます。',
  'timeline.noneThen': '**{period}の日付がある文は見つかりませんでした。**ある記事は `/記事` で確認できます。',
  'timeline.noneAboutThen':
    '**「{about}」について、{period}の日付がある文は見つかりませんでした。**ある記事は `/記事` で確認できます。',
  'timeline.planned': '予定',
  'timeline.possible': '可能性あり',
  'timeline.read': '日付の根拠：「{words}」',
  'timeline.unread': '文に日付がないため、公開日を示しています',
  'timeline.also': '同じ内容：{sources}',
  'timeline.context': '前後の文を見る',
  'timeline.sentence': '{date}、文{number}',

  'timeline.zoomYear': '年で絞り込む',
  'timeline.zoomMonth': '月で絞り込む',
  'timeline.zoomOut': '範囲を広げる',
  'timeline.dates': { other: '日付{n}件' },
  'timeline.all': 'すべての日付',
  'timeline.allOf': '{year}年全体',
  'timeline.choosePart': 'メニューから年または月を選んでください。',
  'timeline.chooseFormat': 'メニューから画像または形式を選んでください。',
  'timeline.share': '画像または書き出し',

  'picture.dark': '画像（ダーク）',
  'picture.darkMeaning': '共有用、暗い背景に明るい文字',
  'picture.light': '画像（ライト）',
  'picture.lightMeaning': '共有用、明るい背景に暗い文字',
  'picture.without': '画像なし',
  'picture.withoutMeaning': '文章のみ',
  'picture.undrawable':
    '画像はありません。文が長すぎるか、画像のフォントにない文字が含まれています。文章で表示します。',
  'picture.heading': '年表',
  'picture.headingOf': '年表：{topic}',
  'picture.span': '{first}～{last}',
  'picture.dates': { other: '日付{n}件' },
  'picture.articles': { other: '記事{n}件' },
  'picture.verbatim': 'すべての文は一字一句そのまま引用しています。',
  'picture.more': { other: 'ほかに日付{n}件。' },
  'picture.publication': '公開日',
  'picture.alt': { other: '{title}、{span}。日付{n}件、それぞれ一文。' },
  'picture.line': '{date}：「{words}」',
  'picture.markedLine': '{date}（{mark}）：「{words}」',

  'export.json': 'TimelineJS 用に書き出す',
  'export.jsonMeaning': 'ウェブページ上の年表のための JSON',
  'export.jsonAbout':
    '**TimelineJS 用の年表です。**ファイルをウェブサーバーに置き、TimelineJS（timeline.knightlab.com）で開いてください。',
  'export.calendar': 'カレンダーとして書き出す',
  'export.calendarMeaning': 'iCalendar、あらゆるカレンダーアプリ用',
  'export.calendarAbout':
    '**カレンダー形式の年表です。**月または年しか分からない日付はその期間全体の予定となり、予定にその旨が書かれています。',
  'export.table': '表として書き出す',
  'export.tableMeaning': 'CSV、あらゆる表計算ソフト用',
  'export.tableAbout':
    '**表形式の年表です。**表計算ソフトが数式と見なすセルの先頭には、記事にはないアポストロフィが付いています。',
  'export.file': '{title}、{dates}',
  'export.month': '月だけが分かっています：{date}。',
  'export.year': '年だけが分かっています：{date}。',
  'export.planned': '記事が書かれた時点では予定でした。',
  'export.possible': '記事が書かれた時点では可能性の段階でした。',
  'export.unread': '文に日付がないため、公開日です。',
  'export.read': '日付の根拠：「{words}」。',
  'export.publication': '公開日',
} as const satisfies Translation<typeof english>;
