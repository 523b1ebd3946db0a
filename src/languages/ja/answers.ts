import type { answers as english } from '../en/answers.ts';
import type { Translation } from '../types.ts';

/** What stands in the replies of every command that quotes: sources, periods, refusals, proofs; and the answers of `/ask`. */
export const answers = {
  'words.row': '{before}、{next}',
  'words.sentences': '{before}{next}',
  'words.long': '{length}文字あります。{most}文字以内にしてください。',
  'words.none': '「{option}」は「summit」のように言葉で指定してください。',
  'words.server': 'これはサーバーに関するものです。サーバーで使ってください。',

  'option.about': 'テーマ',
  'option.article': '記事',
  'option.from': '開始日',
  'option.to': '終了日',
  'option.topic': 'テーマ',

  'period.between': '{from}から{to}まで',
  'period.from': '{from}以降',
  'period.to': '{to}以前',
  'period.unread': '「{option}」を日付として読み取れません。使える形式：2019、2019-09、2019-09-10、10 Sep 2019。',
  'period.noDay': '「{option}」に指定された日は存在しません。使える形式：2019、2019-09、2019-09-10、10 Sep 2019。',
  'period.swapped':
    '「{from}」（{first}）が「{to}」（{last}）より後になっています。入れ替えるか、期間を広げてください。',

  'source.title': '「{title}」',
  'source.line': '{title} — {publisher}、{published}',
  'source.anonymous': '{title}、{published}',
  'source.published': '{date}公開',
  'source.undated': '公開日不明',
  'source.label': '{title}（{date}）',
  'source.link': '{title}（[開く]({page})）',
  'source.also': 'ほかの掲載：{source}',
  'source.more': { other: 'ほか{n}件' },
  'source.inMore': { other: 'ほか{n}件の記事' },
  'source.rest': { other: 'ほか{n}件：`/記事` で確認できます' },
  'source.missing': 'その記事はありません。削除された可能性があります。入力中に表示される一覧から選んでください。',
  'source.several': 'そのタイトルに当てはまる記事が複数あります。入力中に表示される一覧から選んでください。',

  'evidence.context': '前後の文',
  'evidence.inContext': '前後の文を見る',
  'evidence.proof': '証明',
  'evidence.gone': 'その記事はもう収録されていません。もう一度質問してください。',
  'evidence.changed': 'これが表示された後に出典が変更されました。もう一度質問してください。',
  'proof.gone': '**証明できません：出典がありません**\nこの記事はもう収録されていません。',
  'proof.changed':
    '**出典が変更されました**\n表示された時点では、記事テキストの SHA-256 は {before} で始まっていました。現在は {now} です。現在のテキストからの答えを得るには、もう一度質問してください。',
  'proof.removed': '**出典はその後削除されました。**以下は、表示された時点での文言です。',
  'proof.since':
    '**出典はその後変更されました。**以下は、表示された時点での文言です。テキストの SHA-256 は現在 `{hash}` です。',
  'proof.facts':
    '**記事** {article}\n**テキストの SHA-256** `{hash}`\n**文字の位置** {length}文字中の{start}から{end}まで、計{count}文字\n**確認方法：**記事のテキスト（UTF-8）の SHA-256 は上のとおりです。JavaScript で `text.slice({start}, {end})` を実行すると、太字の部分と一字一句同じものが得られます。',

  'ask.empty': '「Who arrived in Moscow on Monday?」のように、言葉で質問してください。',
  'ask.noArticles': '答えに使える記事がまだありません。',
  'ask.noneThen': '{period}に公開された記事はありません。ある記事は `/記事` で確認できます。',
  'ask.notThen': '選んだ記事は{period}に公開されたものではありません。ある記事は `/記事` で確認できます。',
  'ask.corrected': '{words}と読み替えました。',
  'ask.correction': '「{written}」を「{meant}」',
  'ask.before': '誰または何を指すかを示す、直前の文：',
  'ask.when': '「{words}」はここでは{date}を指します',
  'ask.speaker': '発言者：{speaker}',
  'ask.also': '同じ内容の記事：',
  'ask.copies': '同じ記事の別の掲載：',
  'ask.otherwise': { other: '**ほかの記事では内容が異なります：**' },
  'ask.passages': 'ほかの箇所',
  'ask.noPassages': 'これについてのほかの箇所はありません。',
  'ask.followUp': '続けて質問する',
  'ask.followUpQuestion': '続けての質問',
  'ask.followUpExample': '例：And where did he go?',
  'ask.earlier': '前の質問（話題）',

  'ask.silence': '**記事には書かれていません。**',
  'ask.closest': '最も近い箇所（答えになっていない場合があります）：',
  'ask.titles': { other: '収録されている記事：' },
  'ask.helpful': '役に立った',
  'ask.unhelpful': '役に立たなかった',
  'ask.thanks': 'ありがとうございます。「役に立った」として記録しました。',
  'ask.thanksAnyway': 'ありがとうございます。「役に立たなかった」として記録しました。',
  'ask.vote': '答えの下にあるボタンで評価してください。',
} as const satisfies Translation<typeof english>;
