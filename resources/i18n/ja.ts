<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Keys</source>
        <translation>操作案内</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>お客様検索</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>場所切替</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>最新表示</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Usage &amp;&amp; amount</source>
        <translation>使用量・金額グラフ</translation>
    </message>
    <message>
        <source>Terms &amp;&amp; privacy</source>
        <translation>利用規約・個人情報</translation>
    </message>
    <message>
        <source>Billing history</source>
        <translation>料金明細</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約・メーター</translation>
    </message>
    <message>
        <source>Copy the portal number</source>
        <translation>ポータル番号をコピー</translation>
    </message>
    <message>
        <source>日本語 / English</source>
        <translation>日本語 / English</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>パスワード変更</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ログアウト</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Bills past their due date, over all locations. Shows the unpaid bills.</source>
        <translation>すべての使用場所で納期限を過ぎた請求です。未納の請求を表示します。</translation>
    </message>
    <message>
        <source>The meter reader suspected a leak at the last reading. Shows the readings.</source>
        <translation>前回の検針で漏水が疑われました。検針の一覧を表示します。</translation>
    </message>
    <message>
        <source>The bank could not debit this location&apos;s bills. Shows the bills.</source>
        <translation>この使用場所の請求が口座から振り替えられませんでした。請求を表示します。</translation>
    </message>
    <message>
        <source>The meter should have been exchanged by now. Shows the meter.</source>
        <translation>メーターの有効期限が過ぎています。メーターを表示します。</translation>
    </message>
    <message>
        <source>The meter could not be read; the next reading settles it. Shows the readings.</source>
        <translation>検針できなかったため推定です。次回の検針で精算します。検針の一覧を表示します。</translation>
    </message>
    <message>
        <source>Money paid over has not gone back yet. Shows the bills.</source>
        <translation>納めすぎのお金がまだ戻っていません。請求を表示します。</translation>
    </message>
    <message>
        <source>The meter is to be exchanged soon. Shows the meter.</source>
        <translation>まもなくメーターを交換します。メーターを表示します。</translation>
    </message>
    <message>
        <source>%n overdue  {yen}</source>
        <comment>bills</comment>
        <translation>納期限経過 %n件 {yen}</translation>
    </message>
    <message>
        <source>Debit failed  {yen}</source>
        <translation>振替不能 {yen}</translation>
    </message>
    <message>
        <source>Overpaid  {yen}</source>
        <translation>過誤納 {yen}</translation>
    </message>
    <message>
        <source>Leak suspected</source>
        <translation>漏水の疑い</translation>
    </message>
    <message>
        <source>Estimated {day}</source>
        <translation>推定検針 {day}</translation>
    </message>
    <message>
        <source>Meter exchange late since {day}</source>
        <translation>メーター有効期限切れ {day}</translation>
    </message>
    <message>
        <source>Meter exchange by {day}</source>
        <translation>メーター交換 {day}まで</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Welcome. This is your first sign-in.</source>
        <translation>ようこそ。初めてのログインです</translation>
    </message>
    <message>
        <source>Last sign-in: {time}</source>
        <translation>前回のログイン {time}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>Bills</name>
    <message>
        <source>Usage m³</source>
        <translation>使用水量 m³</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>請求年月</translation>
    </message>
    <message>
        <source>Water yen</source>
        <translation>水道料金 円</translation>
    </message>
    <message>
        <source>Sewerage yen</source>
        <translation>下水道使用料 円</translation>
    </message>
    <message>
        <source>Amount yen</source>
        <translation>請求金額 円</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>お支払状況</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期限</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>お支払日</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Estimated: the meter could not be read</source>
        <translation>推定：メーターを検針できませんでした</translation>
    </message>
    <message>
        <source>Found by the meter reader: {status}</source>
        <translation>検針状況：{status}</translation>
    </message>
    <message>
        <source>An earlier estimate is settled here: {m3} m³</source>
        <translation>以前の推定水量をここで精算：{m3} m³</translation>
    </message>
    <message>
        <source>The sewerage debt is extinguished: not to be collected</source>
        <translation>下水道使用料の債権は時効により消滅（徴収不可）</translation>
    </message>
    <message>
        <source>Refunded: {yen} yen</source>
        <translation>還付：{yen}円</translation>
    </message>
    <message>
        <source>est.</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>adj.</source>
        <translation>精算</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注</translation>
    </message>
</context>
<context>
    <name>BrandSide</name>
    <message>
        <source>Water Customer Desk</source>
        <translation>上下水道お客様サポート</translation>
    </message>
    <message>
        <source>Portal hours</source>
        <translation>ポータルサイトのご利用時間</translation>
    </message>
    <message>
        <source>For security</source>
        <translation>セキュリティ確保のために</translation>
    </message>
    <message>
        <source>To prevent others from signing in:
・ Do not use a password of another service.
・ Do not use a password that is easy to guess.
・ Change your password from time to time.
Change it after signing in, in the menu under your name.</source>
        <translation>不正ログイン防止のため、
・他のサービスのパスワードの使い回しはお止めください。
・容易に推測できるパスワードを使用しないでください。
・定期的にパスワードを変更してください。
パスワードは、ログイン後に変更できます。</translation>
    </message>
    <message>
        <source>About this site</source>
        <translation>このサイトについて</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>個人情報の取り扱い</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>ご利用規約</translation>
    </message>
    <message>
        <source>Open at all hours</source>
        <translation>終日ご利用可能</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>ご利用可能（{time} まで）</translation>
    </message>
    <message>
        <source>Closed until {time}</source>
        <translation>{time} まで停止中</translation>
    </message>
    <message>
        <source>Every day {opens}–{closes}</source>
        <translation>毎日 {opens}～{closes}</translation>
    </message>
    <message>
        <source>Every day {opens}–{closes} of the next day</source>
        <translation>毎日 {opens}～翌日 {closes}</translation>
    </message>
</context>
<context>
    <name>Breakdown</name>
    <message>
        <source>Breakdown</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>Breakdown of the bill</source>
        <translation>請求の内訳</translation>
    </message>
    <message>
        <source>Choose a bill to see how it came to its amount.</source>
        <translation>請求を選ぶと金額の計算を表示します。</translation>
    </message>
    <message>
        <source>{start}–{end}, {days} days, {usage}</source>
        <translation>{start}～{end}（{days}日間）&#x3000;{usage}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>* This price is not public; a made-up one stands in its place.</source>
        <translation>＊公表されていない単価のため、架空の単価で計算しています。</translation>
    </message>
    <message>
        <source>The tariff {code} is not known here: only the sums can be shown.</source>
        <translation>料金表「{code}」がこのプログラムにないため、合計だけを表示します。</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>税抜</translation>
    </message>
    <message>
        <source>Consumption tax</source>
        <translation>消費税相当額</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>計</translation>
    </message>
    <message>
        <source>Set by hand: the tariff makes {yen} yen.</source>
        <translation>手入力の金額です。料金表では {yen}円になります。</translation>
    </message>
    <message>
        <source>Basic fee, two months</source>
        <translation>基本料金（2か月）</translation>
    </message>
    <message>
        <source>{start}–{end} m³: {m3} × ¥{yen}</source>
        <translation>{start}～{end} m³：{m3} × {yen}円</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{month} against the year before</source>
        <translation>{month}&#x3000;前年比</translation>
    </message>
    <message>
        <source>No bill</source>
        <translation>請求なし</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>請求年月</translation>
    </message>
    <message>
        <source>Usage m³</source>
        <translation>使用水量 m³</translation>
    </message>
    <message>
        <source>Before m³</source>
        <translation>前年 m³</translation>
    </message>
    <message>
        <source>Change m³</source>
        <translation>差 m³</translation>
    </message>
    <message>
        <source>Before yen</source>
        <translation>前年 円</translation>
    </message>
    <message>
        <source>Change yen</source>
        <translation>差 円</translation>
    </message>
    <message>
        <source>Amount yen</source>
        <translation>請求金額 円</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>done</source>
        <translation>満たしています</translation>
    </message>
    <message>
        <source>not so</source>
        <translation>満たしていません</translation>
    </message>
</context>
<context>
    <name>Contract</name>
    <message>
        <source>Contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>Occupants of this location</source>
        <translation>この使用場所の使用者</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>No meter hangs here.</source>
        <translation>メーターはありません。</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支払方法</translation>
    </message>
    <message>
        <source>In use since</source>
        <translation>使用開始日</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>使用中止日</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>このお客様</translation>
    </message>
    <message>
        <source>Bore {mm} mm</source>
        <translation>口径 {mm}mm</translation>
    </message>
    <message>
        <source>Installed {day}</source>
        <translation>取付 {day}</translation>
    </message>
    <message>
        <source>Removed {day}</source>
        <translation>取外し {day}</translation>
    </message>
    <message>
        <source>Exchange due {day}</source>
        <translation>有効期限 {day}</translation>
    </message>
</context>
<context>
    <name>ContractCard</name>
    <message>
        <source>Contract, people and meters</source>
        <translation>契約・関係者・メーター</translation>
    </message>
    <message>
        <source>Meter readings</source>
        <translation>検針</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy every reading shown, with headings</source>
        <translation>表示中の検針を見出し付きでコピー</translation>
    </message>
    <message>
        <source>The meter has not been read yet</source>
        <translation>まだ検針していません</translation>
    </message>
    <message>
        <source>Readings come every two months.</source>
        <translation>検針は2か月ごとに行います。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n reading(s)</source>
        <translation>
            <numerusform>検針 %n件をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the reading</source>
        <translation>検針をコピーしました</translation>
    </message>
</context>
<context>
    <name>CurrentBill</name>
    <message>
        <source>Paid on {day}</source>
        <translation>お支払日 {day}</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>納期限 {day}</translation>
    </message>
    <message>
        <source>Corrected: nothing is asked for any more</source>
        <translation>更正により請求はありません</translation>
    </message>
    <message>
        <source>Sewerage extinguished: not to be collected</source>
        <translation>下水道使用料は時効消滅（徴収不可）</translation>
    </message>
    <message>
        <source>today</source>
        <translation>本日</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>あと1日</translation>
    </message>
    <message>
        <source>1 day past</source>
        <translation>1日経過</translation>
    </message>
    <message>
        <source>{days} days past</source>
        <translation>{days}日経過</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>あと{days}日</translation>
    </message>
    <message>
        <source>Paid {paid}, still to pay {rest}</source>
        <translation>納付済 {paid}、残り {rest}</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>速報</translation>
    </message>
    <message>
        <source>({account})</source>
        <translation>（{account}）</translation>
    </message>
    <message>
        <source>Refunded {yen}</source>
        <translation>還付済 {yen}</translation>
    </message>
    <message>
        <source>Overpaid {yen}, not gone back yet</source>
        <translation>過誤納 {yen}（未処理）</translation>
    </message>
    <message>
        <source>Other bills unpaid: {count}, {yen}</source>
        <translation>このほか未納 {count}件 {yen}</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>No bill yet</source>
        <translation>まだ請求がありません</translation>
    </message>
    <message>
        <source>The first one comes after the first reading.</source>
        <translation>最初の検針のあとに請求します。</translation>
    </message>
    <message>
        <source>Last bill</source>
        <translation>最終の請求</translation>
    </message>
    <message>
        <source>Current bill</source>
        <translation>今回の請求</translation>
    </message>
    <message>
        <source>for {month}</source>
        <translation>{month}分</translation>
    </message>
    <message>
        <source>tax included {yen} yen</source>
        <translation>うち消費税相当額 {yen}円</translation>
    </message>
    <message>
        <source>tax {yen} yen</source>
        <translation>税 {yen}円</translation>
    </message>
    <message>
        <source>Payments seen up to {day}</source>
        <translation>収納は{day}分まで確認</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>Copied the portal number</source>
        <translation>ポータルサイト用お客様番号をコピーしました</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様応対</translation>
    </message>
    <message>
        <source>Try again  F5</source>
        <translation>もう一度読み込む  F5</translation>
    </message>
    <message>
        <source>Fetching the customer…</source>
        <translation>お客様を読み込んでいます…</translation>
    </message>
    <message>
        <source>Fetching the bills…</source>
        <translation>請求を読み込んでいます…</translation>
    </message>
    <message>
        <source>This customer uses no location</source>
        <translation>このお客様の使用場所はありません</translation>
    </message>
    <message>
        <source>There is no contract in their name, neither now nor earlier.</source>
        <translation>現在も過去も、この方の契約はありません。</translation>
    </message>
    <message>
        <source>Refresh  F5</source>
        <translation>最新表示  F5</translation>
    </message>
    <message>
        <source>Your role sees no customers</source>
        <translation>この権限ではお客様情報を開けません</translation>
    </message>
    <message>
        <source>Staff at the counter, on the phone and supervisors open customers.</source>
        <translation>窓口・電話・監督者の職員が開けます。</translation>
    </message>
    <message>
        <source>The customer could not be shown</source>
        <translation>お客様情報を表示できませんでした</translation>
    </message>
</context>
<context>
    <name>CustomerSearch</name>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Portal number</source>
        <translation>ポータルサイト用お客様番号</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未納</translation>
    </message>
    <message>
        <source>Ended {month}</source>
        <translation>中止 {month}</translation>
    </message>
    <message>
        <source>Ends {month}</source>
        <translation>{month} 中止予定</translation>
    </message>
    <message>
        <source>From {month}</source>
        <translation>{month} 開始予定</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Customer search</source>
        <translation>お客様検索</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter open   Esc back</source>
        <translation>↑↓ 選択&#x3000;Enter 開く&#x3000;Esc 戻る</translation>
    </message>
    <message>
        <source>Your role does not search for customers</source>
        <translation>この権限ではお客様を検索できません</translation>
    </message>
    <message>
        <source>Staff at the counter, on the phone and supervisors do.</source>
        <translation>窓口・電話の担当者と監督者が検索できます。</translation>
    </message>
    <message>
        <source>Results for “{text}”</source>
        <translation>「{text}」の結果</translation>
    </message>
    <message>
        <source>Words with spaces between them all have to match (for example: Yamada Honmachi, or Yamada 4821 by the phone).</source>
        <translation>空白で区切ると条件を組み合わせて検索します（例：ヤマダ 本町、電話の下4けた 4821）。全角・半角・ひらがなは区別しません。</translation>
    </message>
    <message>
        <source>Type what the customer says into the box above</source>
        <translation>お客様から聞いた内容を上の検索欄に入力してください</translation>
    </message>
    <message>
        <source>Name or reading, location, phone, portal number of 16 digits, customer number, meter number or payment number.</source>
        <translation>氏名（漢字・カナ）、使用場所、電話番号、ポータルサイト用お客様番号（16けた）、お客様番号、メーター番号、お支払番号のどれでも検索できます。</translation>
    </message>
    <message>
        <source>more than %n</source>
        <translation>%n件以上</translation>
    </message>
    <message>
        <source>%n found</source>
        <translation>%n件</translation>
    </message>
    <message>
        <source>The text is too long: only its first 100 characters and 10 words were used.</source>
        <translation>長すぎるため、先頭の100文字・10語だけで検索しました。</translation>
    </message>
    <message>
        <source>Only the first %n are listed. Add the street or the last four digits of the phone to narrow it.</source>
        <translation>先頭の%n件だけを表示しています。町名か電話の下4けたを加えて絞り込んでください。</translation>
    </message>
    <message>
        <source>Type one more character</source>
        <translation>もう1文字以上入力してください</translation>
    </message>
    <message>
        <source>A single kanji can be searched for as it is.</source>
        <translation>漢字は1文字で検索できます。</translation>
    </message>
    <message>
        <source>Symbols alone cannot be searched for</source>
        <translation>記号だけでは検索できません</translation>
    </message>
    <message>
        <source>Add a name, a street or a number.</source>
        <translation>氏名、町名、番号のどれかを加えてください。</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>「{text}」に当てはまるお客様は見つかりません</translation>
    </message>
    <message>
        <source>The filter leaves some out: try with all.</source>
        <translation>絞り込みで除かれている場合があります。「すべて」でも検索してください。</translation>
    </message>
    <message>
        <source>All words have to match: try with one of them fewer.</source>
        <translation>すべての語に当てはまるものだけを探します。語を1つ減らしてください。</translation>
    </message>
    <message>
        <source>Try with the name, the street or another number.</source>
        <translation>氏名、町名、または別の番号で検索してください。</translation>
    </message>
    <message>
        <source>Compare all 16 digits with the notice, or search by name and street instead.</source>
        <translation>16けたの番号を通知書と見比べるか、氏名と町名で検索してください。</translation>
    </message>
    <message>
        <source>Try with only the last four digits, or with the name instead.</source>
        <translation>番号の下4けただけ、または氏名で検索してください。</translation>
    </message>
    <message>
        <source>Try with the beginning of the reading, or with kanji.</source>
        <translation>読みの先頭だけ、または漢字で検索してください。</translation>
    </message>
    <message>
        <source>Try with the reading in kana: the kanji may differ.</source>
        <translation>登録の漢字が異なる場合があります。カナの読みで検索してください。</translation>
    </message>
    <message>
        <source>Try with kana: not all names have Latin letters.</source>
        <translation>ローマ字の登録がない場合があります。カナで検索してください。</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>Portal number</source>
        <translation>ポータルサイト用お客様番号</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Copy the portal number (Ctrl+Shift+C)</source>
        <translation>ポータルサイト用お客様番号をコピー (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Phone {number}</source>
        <translation>電話 {number}</translation>
    </message>
    <message>
        <source>Standing note: shows all</source>
        <translation>申し送り：全文を表示します</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between two facts</comment>
        <translation>・</translation>
    </message>
    <message>
        <source>bore {mm} mm</source>
        <translation>口径{mm}mm</translation>
    </message>
    <message>
        <source>public sewer</source>
        <translation>公共下水道接続</translation>
    </message>
    <message>
        <source>no public sewer</source>
        <translation>公共下水道なし</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>ほか %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong that the program did not expect. What you typed is kept. Please tell the administrator the number {number}.</source>
        <translation>予期しない問題が起きました。入力した内容は残っています。管理者に番号 {number} をお知らせください。</translation>
    </message>
    <message>
        <source>The database does not answer. Check the network, then press F5; what you typed is kept.</source>
        <translation>データベースから応答がありません。ネットワークを確認し、F5を押してください。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Another program is using the database. Wait a moment, then press F5.</source>
        <translation>ほかのプログラムがデータベースを使用中です。少し待ってF5を押してください。</translation>
    </message>
    <message>
        <source>The disk with the database is full. Nothing was stored; make room first.</source>
        <translation>データベースのあるディスクがいっぱいです。何も保存していません。空きを作ってください。</translation>
    </message>
    <message>
        <source>The database may not be written to. Ask the administrator for the right.</source>
        <translation>データベースに書き込む権限がありません。管理者に依頼してください。</translation>
    </message>
    <message>
        <source>Your role may not do this. A supervisor or administrator can.</source>
        <translation>この操作の権限がありません。監督者または管理者にお願いしてください。</translation>
    </message>
    <message>
        <source>This customer is no longer in the database. Search again with F2.</source>
        <translation>このお客様のデータはもうありません。F2で検索し直してください。</translation>
    </message>
    <message>
        <source>This contract is no longer in the database. Search again with F2.</source>
        <translation>この契約のデータはもうありません。F2で検索し直してください。</translation>
    </message>
    <message>
        <source>Somebody changed this at another counter. Press F5 to see it as it is now.</source>
        <translation>ほかの窓口で変更されました。F5を押して今の内容を表示してください。</translation>
    </message>
    <message>
        <source>The text has a character that cannot be stored. Type it again.</source>
        <translation>保存できない文字があります。入力し直してください。</translation>
    </message>
    <message>
        <source>The password has a character that cannot be read. Type it again.</source>
        <translation>パスワードに読み取れない文字があります。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The file was not written: {file} ({why}). Choose another folder or name.</source>
        <translation>ファイルに書き込めませんでした：{file}（{why}）。別のフォルダーか名前を選んでください。</translation>
    </message>
    <message>
        <source>Locked until {time} after five wrong passwords. Wait, or ask the administrator to unlock it.</source>
        <translation>パスワードを5回まちがえたため {time} までロック中です。お待ちいただくか、管理者に解除を依頼してください。</translation>
    </message>
    <message>
        <source>Staff can sign in from {opens} to {closes}. Come back then, or ask the administrator.</source>
        <translation>職員のログイン時間は {opens}～{closes} です。時間内にログインするか、管理者に相談してください。</translation>
    </message>
    <message>
        <source>This one-time password expired on {day} at {time}. Ask the administrator for a new one.</source>
        <translation>1回限りのパスワードは {day} {time} に期限が切れました。管理者に再発行を依頼してください。</translation>
    </message>
    <message>
        <source>The ID or the password is wrong. Type both again; five failures lock the ID.</source>
        <translation>IDまたはパスワードが違います。もう一度入力してください（5回まちがえるとロックされます）。</translation>
    </message>
    <message>
        <source>The bureau&apos;s setting {name} cannot be read: “{value}”. The administrator can mend it in the database.</source>
        <translation>設定 {name} の値「{value}」を読み取れません。管理者がデータベースの設定を直してください。</translation>
    </message>
    <message>
        <source>No tariff is known for this reading. The administrator can add it.</source>
        <translation>この検針日の料金表がありません。管理者が追加できます。</translation>
    </message>
    <message>
        <source>Too short: type at least 8 characters.</source>
        <translation>短すぎます。8文字以上で入力してください</translation>
    </message>
    <message>
        <source>Too long: type at most 64 characters.</source>
        <translation>長すぎます。64文字以内で入力してください</translation>
    </message>
    <message>
        <source>This is your ID. Choose something that nobody knows.</source>
        <translation>ログインIDと同じです。ほかの人が知らないものにしてください</translation>
    </message>
    <message>
        <source>Others guess this password first. Choose another, or several words.</source>
        <translation>よく使われるパスワードです。別のもの、または複数の言葉にしてください</translation>
    </message>
    <message>
        <source>A simple row or repetition is easy to guess. Choose another.</source>
        <translation>単純な並びや繰り返しは推測されます。別のものにしてください</translation>
    </message>
    <message>
        <source>This is your present password. Choose another.</source>
        <translation>現在のパスワードと同じです。別のものにしてください</translation>
    </message>
    <message>
        <source>The database file is not there: {file}. Check the address in the settings, or have the administrator create it with mizumado-db upgrade.</source>
        <translation>データベースのファイルがありません：{file}。設定の場所を確認するか、管理者に mizumado-db upgrade での作成を依頼してください。</translation>
    </message>
    <message>
        <source>This file is not a database: {file}. Check the address in the settings.</source>
        <translation>このファイルはデータベースではありません：{file}。設定の場所を確認してください。</translation>
    </message>
    <message>
        <source>The database belongs to a newer Mizumado. Update the program on this desk.</source>
        <translation>データベースは新しい版の水窓のものです。この端末のプログラムを更新してください。</translation>
    </message>
    <message>
        <source>The database belongs to an older Mizumado. The administrator can bring it up to date with mizumado-db upgrade.</source>
        <translation>データベースは古い版の水窓のものです。管理者が mizumado-db upgrade で更新できます。</translation>
    </message>
    <message>
        <source>The database has no tables yet. The administrator can make them with mizumado-db upgrade.</source>
        <translation>データベースにまだ表がありません。管理者が mizumado-db upgrade で作成できます。</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it there, then try again here.</source>
        <translation>ほかのプログラムがデータベースを占有しています。そちらを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>You have no right to write to the database: {file}. Ask the administrator for the right to the file and its folder.</source>
        <translation>データベースに書き込む権限がありません：{file}。ファイルとフォルダーの権限を管理者に依頼してください。</translation>
    </message>
    <message>
        <source>The database server does not answer. Check the network and the address in the settings, then try again.</source>
        <translation>データベースサーバーから応答がありません。ネットワークと設定の接続先を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The database file is damaged: {file}. Do not go on working; have the administrator restore the last backup.</source>
        <translation>データベースのファイルが壊れています：{file}。作業を続けず、管理者に直近のバックアップからの復元を依頼してください。</translation>
    </message>
    <message>
        <source>The address of the database is not one: {url}. It begins with sqlite:/// or postgresql+psycopg://.</source>
        <translation>データベースの接続先が正しくありません：{url}。sqlite:/// または postgresql+psycopg:// で始まります。</translation>
    </message>
    <message>
        <source>The settings cannot be read: {why}. Mend the file {file}.</source>
        <translation>設定を読み込めません：{why}。ファイル {file} を直してください。</translation>
    </message>
    <message>
        <source>“{key}” is not a setting. Remove it from {file}.</source>
        <translation>「{key}」という設定はありません。{file} から削除してください。</translation>
    </message>
    <message>
        <source>“{key}” has to be a text in quotes. Mend it in {file}.</source>
        <translation>「{key}」は引用符で囲んだ文字列にしてください（{file}）。</translation>
    </message>
    <message>
        <source>“{key}” has to be ja or en. Mend it in {file}.</source>
        <translation>「{key}」は ja か en にしてください（{file}）。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>{month}: there is no bill of the same period last year to compare with.</source>
        <translation>{month}：前年同期の請求がないため比較できません。</translation>
    </message>
    <message>
        <source>{month}: the same amount as in the same period last year.</source>
        <translation>{month}：前年同期と同じ金額です。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{cause} {yen}</source>
        <translation>{cause} {yen}</translation>
    </message>
    <message>
        <source>: </source>
        <translation>。内訳：</translation>
    </message>
    <message>
        <source>{month}: {amount} more than in the same period last year</source>
        <translation>{month}：前年同期より{amount}高くなっています</translation>
    </message>
    <message>
        <source>{month}: {amount} less than in the same period last year</source>
        <translation>{month}：前年同期より{amount}低くなっています</translation>
    </message>
    <message>
        <source>{month}: the same amount as last year, from causes that cancel out</source>
        <translation>{month}：前年同期と同額です（増減が打ち消し合っています）</translation>
    </message>
    <message>
        <source>the tariff of one of the bills is not known here</source>
        <translation>いずれかの請求の料金表がこのプログラムにありません</translation>
    </message>
    <message>
        <source>{month}: this bill was corrected and no longer counts.</source>
        <translation>{month}：この請求は更正されたため、比較しません。</translation>
    </message>
    <message>
        <source>new prices and tax of {tax} % instead of {tax_before} %</source>
        <translation>料金改定と消費税率の変更（{tax_before}%→{tax}%）</translation>
    </message>
    <message>
        <source>sewerage has ended</source>
        <translation>下水道の使用終了</translation>
    </message>
    <message>
        <source>new prices</source>
        <translation>料金改定</translation>
    </message>
    <message>
        <source>use changed to {usage_class}</source>
        <translation>用途の変更（{usage_class}）</translation>
    </message>
    <message>
        <source>last year’s bill settled an estimate ({m3})</source>
        <translation>前年の推定水量の精算（{m3}）</translation>
    </message>
    <message>
        <source>{days} days ({m3})</source>
        <translation>使用日数 {days}日（{m3}）</translation>
    </message>
    <message>
        <source>an earlier estimate was settled ({m3})</source>
        <translation>以前の推定水量の精算（{m3}）</translation>
    </message>
    <message>
        <source>water drained to the sewer ({m3})</source>
        <translation>下水道への排水量の違い（{m3}）</translation>
    </message>
    <message>
        <source>sewerage has begun</source>
        <translation>下水道の使用開始</translation>
    </message>
    <message>
        <source>an amount set by hand</source>
        <translation>手入力による金額の違い</translation>
    </message>
    <message>
        <source>more used each day ({m3}; from {from_m3} m³ on {yen_per_m3} yen a m³ before tax)</source>
        <translation>1日当たりの使用増（{m3}、{from_m3} m³目からは1 m³当たり税抜{yen_per_m3}円）</translation>
    </message>
    <message>
        <source>less used each day ({m3}; from {from_m3} m³ on {yen_per_m3} yen a m³ before tax)</source>
        <translation>1日当たりの使用減（{m3}、{from_m3} m³目からは1 m³当たり税抜{yen_per_m3}円）</translation>
    </message>
</context>
<context>
    <name>Finds</name>
    <message>
        <source>Searching…</source>
        <translation>検索しています…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>All</source>
        <comment>contracts</comment>
        <translation>すべて</translation>
    </message>
    <message>
        <source>In use only</source>
        <translation>使用中のみ</translation>
    </message>
    <message>
        <source>With unpaid bills</source>
        <translation>未納あり</translation>
    </message>
    <message>
        <source>Search again  F5</source>
        <translation>もう一度検索する  F5</translation>
    </message>
    <message>
        <source>The search did not come through</source>
        <translation>検索できませんでした</translation>
    </message>
    <message>
        <source>Copied the row</source>
        <translation>行をコピーしました</translation>
    </message>
    <message>
        <source>Contracts found</source>
        <translation>検索結果</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>billing history {day}.csv</source>
        <translation>料金明細 {day}.csv</translation>
    </message>
    <message>
        <source>Billing history</source>
        <translation>料金明細</translation>
    </message>
    <message>
        <source>Bills shown</source>
        <translation>表示する請求</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未納</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>納付済</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy every bill shown, with headings</source>
        <translation>表示中の請求を見出し付きでコピー</translation>
    </message>
    <message>
        <source>Save every bill shown as a CSV file</source>
        <translation>表示中の請求をCSVファイルに保存</translation>
    </message>
    <message>
        <source>Choose which bills are shown</source>
        <translation>表示する請求の絞り込み</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>The filter hides the others.</source>
        <translation>絞り込みで隠れています。</translation>
    </message>
    <message>
        <source>There are no bills here</source>
        <translation>表示する請求はありません</translation>
    </message>
    <message>
        <source>No bills yet: the first comes after the first reading</source>
        <translation>まだ請求はありません（最初の検針の後に表示されます）</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>過去{years}年</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show 5 years</source>
        <translation>5年分を表示</translation>
    </message>
    <message>
        <source>Show 2 years</source>
        <translation>2年分を表示</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n bill(s)</source>
        <translation>
            <numerusform>%n件の請求をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the bill</source>
        <translation>請求をコピーしました</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>操作案内</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>このウィンドウのキー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Not due</source>
        <translation>納期限前</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>納期限経過</translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation>一部納付</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>納付済</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Debit planned</source>
        <translation>振替予定</translation>
    </message>
    <message>
        <source>Debit requested</source>
        <translation>振替依頼中</translation>
    </message>
    <message>
        <source>Debited</source>
        <translation>振替済</translation>
    </message>
    <message>
        <source>Debit failed</source>
        <translation>振替不能</translation>
    </message>
    <message>
        <source>Payment reported, not confirmed yet</source>
        <translation>納付の速報あり（確報前）</translation>
    </message>
    <message>
        <source>Paying by instalments</source>
        <translation>分納中</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>不納欠損</translation>
    </message>
    <message>
        <source>Meter indoors, nobody at home</source>
        <translation>メーター家の中で不在</translation>
    </message>
    <message>
        <source>Under a vehicle or the like</source>
        <translation>自動車等の下</translation>
    </message>
    <message>
        <source>Not turning, or slow</source>
        <translation>不回転・遅感</translation>
    </message>
    <message>
        <source>Glass fogged</source>
        <translation>クモリ</translation>
    </message>
    <message>
        <source>Far more or less than before</source>
        <translation>過去に比べ増減幅が大</translation>
    </message>
    <message>
        <source>Leak</source>
        <translation>漏水</translation>
    </message>
    <message>
        <source>Buried or not found</source>
        <translation>埋没・不明</translation>
    </message>
    <message>
        <source>Under snow</source>
        <translation>積雪</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>検針できず</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>監督者</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>送付先</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>口座名義人</translation>
    </message>
    <message>
        <source>Owner of the installation</source>
        <translation>給水装置所有者</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理人・総代人</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭用</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>業務用</translation>
    </message>
    <message>
        <source>Pays by slip</source>
        <translation>納付書払い</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <translation>口座振替</translation>
    </message>
    <message>
        <source>Water charge</source>
        <translation>水道料金</translation>
    </message>
    <message>
        <source>Sewerage charge</source>
        <translation>下水道使用料</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>a company</comment>
        <translation>{name} 御中</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>a person</comment>
        <translation>{name} 様</translation>
    </message>
</context>
<context>
    <name>LocationSwitcher</name>
    <message>
        <source>Locations of this customer</source>
        <translation>このお客様の使用場所</translation>
    </message>
    <message>
        <source>Narrow by address or number</source>
        <translation>住所・番号で絞り込み</translation>
    </message>
    <message>
        <source>Location: {words}</source>
        <translation>使用場所：{words}</translation>
    </message>
    <message>
        <source>Switch location (F3)</source>
        <translation>使用場所を切り替える (F3)</translation>
    </message>
    <message>
        <source>No location</source>
        <translation>使用場所なし</translation>
    </message>
    <message>
        <source>{address}  ({number} of {count})</source>
        <translation>{address}（{count}か所中 {number}）</translation>
    </message>
    <message>
        <source>Overdue {yen}</source>
        <translation>納期限経過 {yen}</translation>
    </message>
    <message>
        <source>Not due yet {yen}</source>
        <translation>納期限前 {yen}</translation>
    </message>
</context>
<context>
    <name>Locations</name>
    <message>
        <source>Ended {month}</source>
        <translation>中止 {month}</translation>
    </message>
</context>
<context>
    <name>LoginWindow</name>
    <message>
        <source>Mizumado: sign in</source>
        <translation>水窓 ― ログイン</translation>
    </message>
    <message>
        <source>日本語 / English</source>
        <translation>日本語 / English</translation>
    </message>
    <message>
        <source>Practice mode: everybody here is fictional. Nothing reaches the bureau.</source>
        <translation>練習モード：ここに出る人はすべて架空です。操作は企業局に届きません。</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Getting the desk ready. You can type already.</source>
        <translation>準備しています。先に入力できます。</translation>
    </message>
    <message>
        <source>Staff can sign in at any time.</source>
        <translation>職員はいつでもログインできます。</translation>
    </message>
    <message>
        <source>Staff can sign in from {opens} to {closes}.</source>
        <translation>職員のログイン時間は {opens}～{closes} です。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Mizumado: water customer desk</source>
        <translation>水窓 ― 上下水道お客様サポート</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様応対</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>業務共通</translation>
    </message>
    <message>
        <source>Practice mode: everybody here is fictional. Nothing reaches the bureau.</source>
        <translation>練習モード：ここに出る人はすべて架空です。操作は企業局に届きません。</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Change password</source>
        <translation>パスワード変更</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>新しいパスワード（確認）</translation>
    </message>
    <message>
        <source>{least} to {most} characters; longer is safer, Japanese is welcome</source>
        <translation>{least}～{most}文字（長いほど安全です。日本語も使えます）</translation>
    </message>
    <message>
        <source>Not your ID, not even with digits behind it</source>
        <translation>ログインIDや、その後ろに数字を付けたものではない</translation>
    </message>
    <message>
        <source>Not one of the commonest passwords</source>
        <translation>よく使われるパスワードではない</translation>
    </message>
    <message>
        <source>Not a simple row or repetition, such as 12345678</source>
        <translation>12345678 のような単純な並びや繰り返しではない</translation>
    </message>
    <message>
        <source>Not your present password</source>
        <translation>現在のパスワードと異なる</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>変更しています…</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>パスワードの設定</translation>
    </message>
    <message>
        <source>The password you were given is good for one use. Choose one that only you know, then your work begins.</source>
        <translation>お渡ししたパスワードは1回限りです。ご自分だけが知るパスワードを決めてから、業務を始めてください。</translation>
    </message>
    <message>
        <source>The password you were given</source>
        <translation>渡されたパスワード</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>ログインへ戻る</translation>
    </message>
    <message>
        <source>You will need it from your next sign-in on.</source>
        <translation>次回のログインから、新しいパスワードを使います。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>現在のパスワード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>パスワードを変更しました</translation>
    </message>
    <message>
        <source>This is not your present password. Type it again; five failures lock the ID.</source>
        <translation>現在のパスワードと違います。もう一度入力してください（5回まちがえるとロックされます）。</translation>
    </message>
    <message>
        <source>Type the password you signed in with</source>
        <translation>ログインに使ったパスワードを入力してください</translation>
    </message>
    <message>
        <source>Type a new password</source>
        <translation>新しいパスワードを入力してください</translation>
    </message>
    <message>
        <source>Type the new password a second time</source>
        <translation>確認のため、もう一度入力してください</translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation>2回の入力が一致しません。もう一度入力してください</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock がオンです</translation>
    </message>
    <message>
        <source>Japanese input is on; switch it off to type</source>
        <translation>日本語入力がオンです。オフにして入力してください</translation>
    </message>
</context>
<context>
    <name>PracticeLogin</name>
    <message>
        <source>ID and password for practice</source>
        <translation>練習用のIDとパスワード</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>入力する</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>Read on</source>
        <translation>検針日</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>メーター番号</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前回指針</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>今回指針</translation>
    </message>
    <message>
        <source>Old meter m³</source>
        <translation>旧メーター m³</translation>
    </message>
    <message>
        <source>Usage m³</source>
        <translation>使用水量 m³</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Reader&apos;s note</source>
        <translation>検針状況</translation>
    </message>
    <message>
        <source>The use is taken from earlier readings; the next reading settles it.</source>
        <translation>過去の使用水量から推定しました。次回の検針で精算します。</translation>
    </message>
</context>
<context>
    <name>RecentCustomers</name>
    <message>
        <source>Opened lately (by you, today)</source>
        <translation>最近開いたお客様（あなた・今日）</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>元の順序</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>表示する列</translation>
    </message>
    <message>
        <source>Restore default columns</source>
        <translation>列を初期状態に戻す</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Copy row</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy row with headings</source>
        <translation>見出しを付けて行をコピー</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Saved {name}</source>
        <translation>{name} を保存しました</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>場所:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>ファイルの種類:</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Remember my ID on this desk</source>
        <translation>次回からIDの入力を省略</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Type your ID</source>
        <translation>ログインIDを入力してください</translation>
    </message>
    <message>
        <source>Type your password</source>
        <translation>パスワードを入力してください</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>ログインしています…</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Terms, privacy and advice</source>
        <translation>利用規約・個人情報・セキュリティ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>TextReader</name>
    <message>
        <source>Text</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>ご利用規約</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>個人情報の取り扱い</translation>
    </message>
    <message>
        <source>About this site</source>
        <translation>このサイトについて</translation>
    </message>
    <message>
        <source>Security advice</source>
        <translation>セキュリティ</translation>
    </message>
    <message>
        <source>Search this text</source>
        <translation>この文書を検索</translation>
    </message>
    <message>
        <source>Enter: next, Shift+Enter: previous</source>
        <translation>Enter で次、Shift+Enter で前</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>前へ（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>次へ（Enter）</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{count}件中 {place}件目</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Water Customer Desk</source>
        <translation>上下水道お客様サポート</translation>
    </message>
    <message>
        <source>Search by number, name, kana, address or phone</source>
        <translation>お客様番号・氏名（カナ）・住所・電話番号で検索</translation>
    </message>
    <message>
        <source>No data delivered yet</source>
        <translation>データはまだ届いていません</translation>
    </message>
    <message>
        <source>Data as of {time}</source>
        <translation>データ更新 {time}</translation>
    </message>
</context>
<context>
    <name>UsageCard</name>
    <message>
        <source>usage and amounts {day}.png</source>
        <translation>使用量・請求金額 {day}.png</translation>
    </message>
    <message>
        <source>Usage and amount</source>
        <translation>使用量・請求金額</translation>
    </message>
    <message>
        <source>View of the usage</source>
        <translation>使用量の表示</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>前年比較</translation>
    </message>
    <message>
        <source>24 months</source>
        <translation>24か月</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>m³ before</source>
        <translation>前年 使用量</translation>
    </message>
    <message>
        <source>m³ now</source>
        <translation>今年 使用量</translation>
    </message>
    <message>
        <source>yen before</source>
        <translation>前年 金額</translation>
    </message>
    <message>
        <source>yen now</source>
        <translation>今年 金額</translation>
    </message>
    <message>
        <source>Save the table as a CSV file</source>
        <translation>表をCSVファイルに保存</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>グラフを画像で保存</translation>
    </message>
    <message>
        <source>Chart of usage and amount</source>
        <translation>使用量・請求金額のグラフ</translation>
    </message>
    <message>
        <source>usage and amounts {day}.csv</source>
        <translation>使用量・請求金額 {day}.csv</translation>
    </message>
    <message>
        <source>There is nothing to draw yet: no bill so far.</source>
        <translation>まだ請求がないためグラフはありません。</translation>
    </message>
    <message>
        <source>Usage and amount, year against year</source>
        <translation>使用量・請求金額の前年比較</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>m³</source>
        <translation>m³</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>against the same period last year</source>
        <translation>前年同期との比較</translation>
    </message>
    <message>
        <source>every bill of 24 months</source>
        <translation>24か月の請求</translation>
    </message>
</context>
</TS>
