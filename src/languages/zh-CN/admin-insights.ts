import type { adminInsights as english } from '../en/admin-insights.ts';
import type { Translation } from '../types.ts';

/** What administrators are told of what was asked: `/insights`. Words in the picture are as short as they can be. */
export const adminInsights = {
  'insights.period': '**{from} 至 {to}**',
  'insights.kept': { other: '提问保存 {n} 天；/设置 可以更改。' },
  'insights.off': '提问记录已关闭；/设置 可以开启。',
  'insights.empty': '**记录中没有提问。**',
  'insights.answered': '**提问：** {questions}，已回答：{answered}（{share} %）',
  'insights.unanswered': '**提问：** {questions}，已回答：无',
  'insights.feedback': '**反馈：** 有帮助 {helpful}，没有帮助 {unhelpful}',
  'insights.noFeedback': '**反馈：** 无',
  'insights.articles': '**引用最多的文章**',
  'insights.noArticles': '**引用最多的文章：** 无',
  'insights.speakers': '**引用最多的人物**',
  'insights.noSpeakers': '**引用最多的人物：** 无',
  'insights.ranked': '{name}（{count}）',
  'insights.gone': '已不存在的文章',
  'insights.gaps': '**文章没有说的内容**',
  'insights.noGaps':
    '**文章没有说的内容：** 这里不保存提问文字。/设置 › 隐私与记录 可以开启；此后未能回答的问题会在这里归纳显示。',
  'insights.gap': '“{question}”',
  'insights.gapLike': { other: '“{question}”及 {n} 个类似提问' },
  'insights.more': '另有 {n} 项，见表格',
  'insights.table': '导出表格（CSV）',
  'insights.tabled': '**数据表格**，每行一项。其中没有任何人的姓名或 ID。',
  'insights.file': 'CSV 格式的数据',

  'insights.picture.day': '每日提问',
  'insights.picture.week': '每周提问',
  'insights.picture.period': '{from} – {to}',
  'insights.picture.questions': { other: '{n} 个提问' },
  'insights.picture.share': '已回答 {share} %',
  'insights.picture.yes': '已回答',
  'insights.picture.no': '文章没有说',
  'insights.picture.alt.day': '每日提问的柱形图，{period}：{questions}，已回答 {answered} 个。',
  'insights.picture.alt.week': '每周提问的柱形图，{period}：{questions}，已回答 {answered} 个。',
  'insights.picture.peak.day': '最多的一天：{date}，{most} 个。',
  'insights.picture.peak.week': '最多的一周：{date} 起，{most} 个。',
} as const satisfies Translation<typeof english>;
