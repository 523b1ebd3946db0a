import type { adminPrivacy as english } from '../en/admin-privacy.ts';
import type { Translation } from '../types.ts';

/** What people are told of what is kept about them: `/privacy`. */
export const adminPrivacy = {
  'privacy.choose': '表示、書き出し、削除のいずれかを選んでください。',
  'privacy.heading': '**あなたについて保存されている情報**',
  'privacy.votes': { other: '答えへの評価（役に立った、役に立たなかった）{n}件（それぞれ半年間）' },
  'privacy.noVotes': '答えへの評価（役に立った、役に立たなかった）はありません（それぞれ半年間）',
  'privacy.questions': '質問の記録：{places}に{questions}、うち{worded}',
  'privacy.count.questions': { other: '質問{n}件' },
  'privacy.count.noQuestions': '質問0件',
  'privacy.count.places': { other: '{n}か所' },
  'privacy.count.noPlaces': '0か所',
  'privacy.worded': { other: '質問文付き{n}件' },
  'privacy.unworded': '質問文付き0件',
  'privacy.here': '**ここでは：** {kept}',
  'privacy.server': '**このサーバーでは：** {kept}',
  'privacy.off': '質問は保存されません。',
  'privacy.kept.words': {
    other:
      '質問は質問文とともに{n}日間保存されます。内容は、コマンド、日時、答えられたかどうか、引用された記事と発言者です。',
  },
  'privacy.kept.counted': {
    other:
      '質問は質問文なしで{n}日間保存されます。内容は、コマンド、日時、答えられたかどうか、引用された記事と発言者です。',
  },
  'privacy.code':
    '**あなたの表し方：** 名前でも ID でもなく、ID と秘密鍵から作られる符号（HMAC-SHA-256）で記録されます。この符号であなたの記録をほかの人の記録と区別して見つけられますが、鍵がなければ誰なのかは誰にも分かりません。',
  'privacy.admins':
    '**管理者に見えるもの：** 質問の数、答えられた数、引用された記事と発言者、そしてサーバーがオンにしている場合に限り、答えられなかった質問の文。誰が質問したかは決して見えません。答えそのものは Discord のメッセージにしかありません。',
  'privacy.how': '/プライバシー 書き出し ですべてをファイルで受け取り、/プライバシー 削除 で削除できます。',
  'privacy.nothing': '**あなたについて保存されている情報はありません。**',
  'privacy.given': '**あなたについて保存されている情報のすべてです。** 「voter」と「asker」はあなたを表す符号です。',
  'privacy.givenNothing': '**あなたについて保存されている情報はありません。** ファイルの内容も同じです。',
  'privacy.file': 'あなたについて保存されている情報',
  'privacy.sure': '**{votes}と{questions}を削除しますか？** この操作は取り消せません。',
  'privacy.count.votes': { other: '評価{n}件' },
  'privacy.count.noVotes': '評価0件',
  'privacy.yes': 'すべて削除する',
  'privacy.no': '残しておく',
  'privacy.deleted': {
    other: '**{n}件を削除しました。** あなたについての情報は残っていません。今後の質問はこれまでどおり保存されます。',
  },
  'privacy.deletedNothing':
    '**削除するものはありませんでした。** あなたについての情報は残っていません。今後の質問はこれまでどおり保存されます。',
  'privacy.kept': '**何も削除しませんでした。**',
} as const satisfies Translation<typeof english>;
