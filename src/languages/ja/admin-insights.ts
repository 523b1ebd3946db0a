import type { adminInsights as english } from '../en/admin-insights.ts';
import type { Translation } from '../types.ts';

/** What administrators are told of what was asked: `/insights`. Words in the picture are as short as they can be. */
export const adminInsights = {
  'insights.period': '**{from} ～ {to}**',
  'insights.kept': { other: '質問は{n}日間保存されます。/設定 で変更できます。' },
  'insights.off': '質問の記録はオフです。/設定 でオンにできます。',
  'insights.empty': '**記録に質問はありません。**',
  'insights.answered': '**質問：** {questions}件、回答：{answered}件（{share} %）',
  'insights.unanswered': '**質問：** {questions}件、回答：なし',
  'insights.feedback': '**評価：** 役に立った {helpful}件、役に立たなかった {unhelpful}件',
  'insights.noFeedback': '**評価：** なし',
  'insights.articles': '**最も引用された記事**',
  'insights.noArticles': '**最も引用された記事：** なし',
  'insights.speakers': '**最も引用された発言者**',
  'insights.noSpeakers': '**最も引用された発言者：** なし',
  'insights.ranked': '{name}（{count}）',
  'insights.gone': 'すでに削除された記事',
  'insights.gaps': '**記事に書かれていないこと**',
  'insights.noGaps':
    '**記事に書かれていないこと：** ここでは質問文を保存していません。/設定 › プライバシーと記録 でオンにすると、その後に答えられなかった質問がここにまとめて表示されます。',
  'insights.gap': '「{question}」',
  'insights.gapLike': { other: '「{question}」と類似の質問{n}件' },
  'insights.more': 'ほか{n}件は表にあります',
  'insights.table': '表にする（CSV）',
  'insights.tabled': '**数値の表です**（1行に1項目）。誰の名前も ID も含まれていません。',
  'insights.file': '数値の CSV',

  'insights.picture.day': '1日ごとの質問数',
  'insights.picture.week': '1週間ごとの質問数',
  'insights.picture.period': '{from}～{to}',
  'insights.picture.questions': { other: '質問{n}件' },
  'insights.picture.share': '回答率 {share} %',
  'insights.picture.yes': '回答あり',
  'insights.picture.no': '記事に書かれていない',
  'insights.picture.alt.day': '1日ごとの質問数の棒グラフ、{period}：{questions}、回答{answered}件。',
  'insights.picture.alt.week': '1週間ごとの質問数の棒グラフ、{period}：{questions}、回答{answered}件。',
  'insights.picture.peak.day': '最も多い日：{date}、{most}件。',
  'insights.picture.peak.week': '最も多い週：{date}から、{most}件。',
} as const satisfies Translation<typeof english>;
