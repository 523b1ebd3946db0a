import type { adminPrivacy as english } from '../en/admin-privacy.ts';
import type { Translation } from '../types.ts';

/** What people are told of what is kept about them: `/privacy`. */
export const adminPrivacy = {
  'privacy.choose': '请选择其一：查看、导出、删除。',
  'privacy.heading': '**关于您保存的内容**',
  'privacy.votes': { other: '对回答的 {n} 次评价（有帮助、没有帮助），每次保存半年' },
  'privacy.noVotes': '没有对回答的评价（有帮助、没有帮助），每次保存半年',
  'privacy.questions': '{places}的提问记录中有{questions}，其中{worded}',
  'privacy.count.questions': { other: '{n} 个提问' },
  'privacy.count.noQuestions': '0 个提问',
  'privacy.count.places': { other: '{n} 处' },
  'privacy.count.noPlaces': '0 处',
  'privacy.worded': { other: '{n} 个含文字' },
  'privacy.unworded': '0 个含文字',
  'privacy.here': '**这里：** {kept}',
  'privacy.server': '**在本服务器：** {kept}',
  'privacy.off': '不保存提问。',
  'privacy.kept.words': {
    other: '提问连同文字保存 {n} 天：命令、日期和时间、是否得到回答，以及引用了哪些文章和人物。',
  },
  'privacy.kept.counted': {
    other: '提问保存 {n} 天，不含文字：命令、日期和时间、是否得到回答，以及引用了哪些文章和人物。',
  },
  'privacy.code':
    '**您在其中如何表示：** 不用您的名字，也不用您的 ID，而是用密钥从您的 ID 生成的代码（HMAC-SHA-256）。它将您的条目与他人的区分开，以便为您找到它们；没有密钥，谁也无法由此得知您是谁。',
  'privacy.admins':
    '**管理员能看到什么：** 有多少提问、多少得到回答、引用了哪些文章和人物；只有在服务器开启该项时，才能看到未能回答的提问文字。绝不会看到是谁提问。回答本身只存在于 Discord 的消息中。',
  'privacy.how': '/隐私 导出 会以文件形式把全部内容发给您，/隐私 删除 会将其删除。',
  'privacy.nothing': '**没有保存关于您的任何内容。**',
  'privacy.given': '**关于您保存的全部内容。** “voter”和“asker”是代表您的代码。',
  'privacy.givenNothing': '**没有保存关于您的任何内容。** 文件中也是如此。',
  'privacy.file': '关于您保存的内容',
  'privacy.sure': '**要删除{votes}和{questions}吗？** 此操作无法撤销。',
  'privacy.count.votes': { other: '{n} 次评价' },
  'privacy.count.noVotes': '0 次评价',
  'privacy.yes': '全部删除',
  'privacy.no': '保留',
  'privacy.deleted': { other: '**已删除：** {n} 条。关于您的内容已全部清除。您今后的提问仍照常保存。' },
  'privacy.deletedNothing': '**已删除：** 0 条。没有关于您的内容。您今后的提问仍照常保存。',
  'privacy.kept': '**没有删除任何内容。**',
} as const satisfies Translation<typeof english>;
