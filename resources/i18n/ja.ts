<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>AccountCard</name>
    <message>
        <source>Change  Enter</source>
        <translation>変更  Enter</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>パスワードを再発行</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停止する</translation>
    </message>
    <message>
        <source>Choose an account first.</source>
        <translation>先にアカウントを選んでください。</translation>
    </message>
    <message>
        <source>This account is disabled already.</source>
        <translation>このアカウントはすでに停止しています。</translation>
    </message>
    <message>
        <source>This account is not locked.</source>
        <translation>このアカウントはロックされていません。</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>ご自身のアカウントです。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最終ログイン</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>The present password of {name} ends at once. Once more: reset it.</source>
        <translation>{name}の今のパスワードはすぐに使えなくなります。再発行する場合はもう一度押してください。</translation>
    </message>
    <message>
        <source>{name} cannot sign in any more, and nobody can undo it. Once more: disable it.</source>
        <translation>{name}はログインできなくなり、元には戻せません。停止する場合はもう一度押してください。</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>letters, digits and . _ -</source>
        <translation>英数字と . _ -</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>氏名（ローマ字）</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>now: {value}</source>
        <translation>現在：{value}</translation>
    </message>
    <message>
        <source>Nobody changes their own role.</source>
        <translation>ご自身の役割は変更できません。</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>New account</source>
        <translation>アカウント作成</translation>
    </message>
    <message>
        <source>Change account</source>
        <translation>アカウント変更</translation>
    </message>
    <message>
        <source>Compare, keeping what is typed</source>
        <translation>入力を残したまま比べる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>作成する</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>保存しています…</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次のエラー</translation>
    </message>
    <message>
        <source>Somebody changed this account meanwhile. What you typed is kept.</source>
        <translation>このアカウントは他の窓口で変更されました。入力した内容は残っています。</translation>
    </message>
</context>
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
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>最新表示</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>応対終了</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>登録を承認</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>内容確認へ</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行する</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Wrong customer</source>
        <translation>誤検索として終了</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Contact without a customer</source>
        <translation>お客様を開かない応対</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>画面ロック</translation>
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
        <source>Documents</source>
        <translation>書類・通知書</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>会員登録情報</translation>
    </message>
    <message>
        <source>Add a location</source>
        <translation>場所の追加</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>退会手続き</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>応対履歴</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保留事由・支援措置</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>会員登録の審査</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>FAQ &amp;&amp; terms</source>
        <translation>FAQ・利用規約</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>一括発行</translation>
    </message>
    <message>
        <source>Daily sheet</source>
        <translation>日計表</translation>
    </message>
    <message>
        <source>Data exchange</source>
        <translation>データ連携</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作・閲覧記録</translation>
    </message>
    <message>
        <source>Staff accounts</source>
        <translation>職員の管理</translation>
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
        <source>Phrases</source>
        <translation>定型文</translation>
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
    <name>ActsList</name>
    <message>
        <source>Recorded by itself</source>
        <translation>操作の自動記録</translation>
    </message>
</context>
<context>
    <name>AddLocationForm</name>
    <message>
        <source>Number of the location</source>
        <translation>使用場所のお客様番号</translation>
    </message>
    <message>
        <source>16 digits of the portal number, or the customer number</source>
        <translation>ポータルサイト用16けた、またはお客様番号</translation>
    </message>
    <message>
        <source>Add a location</source>
        <translation>場所の追加</translation>
    </message>
    <message>
        <source>Type the number of the location to add</source>
        <translation>追加する場所のお客様番号を入力してください</translation>
    </message>
    <message>
        <source>The number is being looked up; press F12 again</source>
        <translation>番号を照会しています。もう一度 F12 を押してください</translation>
    </message>
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
        <source>The location was added</source>
        <translation>使用場所を追加しました</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
</context>
<context>
    <name>AddressPick</name>
    <message>
        <source>Find town</source>
        <translation>住所を入力</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>該当する住所がありません</translation>
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
    <name>AnnouncementForm</name>
    <message>
        <source>Type with what the addresses begin</source>
        <translation>住所の初めの部分を入力してください</translation>
    </message>
    <message>
        <source>Type the 16 digits</source>
        <translation>16桁を入力してください</translation>
    </message>
    <message>
        <source>Type the first day</source>
        <translation>掲載開始日を入力してください</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Every customer finds it on the portal.</source>
        <translation>すべてのお客様のポータルサイトに表示されます。</translation>
    </message>
    <message>
        <source>now: {value}</source>
        <translation>現在：{value}</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>町</translation>
    </message>
    <message>
        <source>as addresses begin: 本町1丁目</source>
        <translation>住所の初めの部分（例：本町1丁目）</translation>
    </message>
    <message>
        <source>Portal number</source>
        <translation>ポータルサイト用お客様番号</translation>
    </message>
    <message>
        <source>16 digits</source>
        <translation>16桁</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>掲載開始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>掲載終了日</translation>
    </message>
    <message>
        <source>Portal closed from</source>
        <translation>ポータル停止 開始</translation>
    </message>
    <message>
        <source>Portal opens again</source>
        <translation>ポータル停止 終了</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>件名（英語）</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>本文（英語）</translation>
    </message>
</context>
<context>
    <name>AnnouncementList</name>
    <message>
        <source>Whose announcements</source>
        <translation>お知らせの範囲</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>このお客様</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Announcements shown</source>
        <translation>表示するお知らせ</translation>
    </message>
    <message>
        <source>No announcement is like that</source>
        <translation>該当するお知らせはありません</translation>
    </message>
    <message>
        <source>The filter above hides the others.</source>
        <translation>ほかのお知らせは、上の切替で表示できます。</translation>
    </message>
    <message>
        <source>Announcements to this customer</source>
        <translation>このお客様へのお知らせ</translation>
    </message>
    <message>
        <source>All announcements</source>
        <translation>すべてのお知らせ</translation>
    </message>
    <message>
        <source>Copied the row</source>
        <translation>行をコピーしました</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>掲載中</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>掲載予定</translation>
    </message>
    <message>
        <source>Ended or withdrawn</source>
        <translation>終了・取下げ</translation>
    </message>
</context>
<context>
    <name>AnnouncementReader</name>
    <message>
        <source>Reason for withdrawing</source>
        <translation>取り下げる理由</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取り下げる</translation>
    </message>
    <message>
        <source>What the customer reads</source>
        <translation>お客様に表示される内容</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>掲載期間</translation>
    </message>
    <message>
        <source>Portal closed</source>
        <translation>ポータル停止</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Payment number</source>
        <translation>お支払番号</translation>
    </message>
    <message>
        <source>Customer knows</source>
        <translation>閲覧・案内</translation>
    </message>
    <message>
        <source>{whom} ({contracts})</source>
        <translation>{whom}（{contracts}）</translation>
    </message>
    <message>
        <source>none: the Japanese is shown</source>
        <translation>なし（日本語を表示）</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Know of it</source>
        <translation>既読・案内</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>It shows no more. Write a new one instead.</source>
        <translation>掲載を終えています。新しいお知らせを作成してください。</translation>
    </message>
    <message>
        <source>Type why it is withdrawn</source>
        <translation>取り下げる理由を入力してください</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Shown</source>
        <translation>掲載中</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>掲載予定</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>掲載終了</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>未読のまま終了</translation>
    </message>
    <message>
        <source>Told {day}</source>
        <translation>{day} 案内済</translation>
    </message>
    <message>
        <source>Read {day}</source>
        <translation>{day} 既読</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだご覧になっていません</translation>
    </message>
    <message>
        <source>{time}, told by {name}</source>
        <translation>{time}&#x3000;{name}が案内</translation>
    </message>
    <message>
        <source>{time}, on the portal</source>
        <translation>{time}&#x3000;ポータルサイトで閲覧</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>One town</source>
        <translation>町を指定</translation>
    </message>
    <message>
        <source>One contract</source>
        <translation>契約を指定</translation>
    </message>
    <message>
        <source>not at all (was to begin {day})</source>
        <translation>掲載なし（{day} 開始予定だったもの）</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} ～ {last}</translation>
    </message>
    <message>
        <source>further notice</source>
        <translation>終了日未定</translation>
    </message>
    <message>
        <source>contracts: %n</source>
        <translation>%n件</translation>
    </message>
    <message>
        <source>Read?</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>掲載開始</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Payment number</source>
        <translation>お支払番号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>掲載終了日</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>件数</translation>
    </message>
</context>
<context>
    <name>AnnouncementsScreen</name>
    <message>
        <source>Fetching the announcements…</source>
        <translation>お知らせを読み込んでいます…</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Told the customer</source>
        <translation>お客様に案内した</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>作成の続き</translation>
    </message>
    <message>
        <source>New announcement</source>
        <translation>お知らせの作成</translation>
    </message>
    <message>
        <source>One is written but not stored yet.</source>
        <translation>登録していないお知らせがあります。</translation>
    </message>
    <message>
        <source>The announcements cannot be shown</source>
        <translation>お知らせを表示できません</translation>
    </message>
    <message>
        <source>The customer knows of it already</source>
        <translation>すでに閲覧・案内済です</translation>
    </message>
    <message>
        <source>Noted that you told them</source>
        <translation>案内したことを記録しました</translation>
    </message>
    <message>
        <source>Store or discard this one first; then change the other.</source>
        <translation>先にこのお知らせを登録するか破棄してから、別のお知らせを変更してください。</translation>
    </message>
    <message>
        <source>Withdrawn: customers find it no more</source>
        <translation>取り下げました。お客様には表示されません</translation>
    </message>
    <message>
        <source>The announcement is stored</source>
        <translation>お知らせを登録しました</translation>
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
    <name>AuditLog</name>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>(nobody signed in)</source>
        <translation>（未ログイン）</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>お客様名</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>of your own office</source>
        <translation>所属の職員のみ</translation>
    </message>
    <message>
        <source>Save the events asked for as a CSV file</source>
        <translation>該当する記録をCSVファイルに保存</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>さらに表示</translation>
    </message>
    <message>
        <source>Copied the row</source>
        <translation>行をコピーしました</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>操作・閲覧記録</translation>
    </message>
    <message>
        <source>Your role does not read the audit log</source>
        <translation>操作・閲覧記録を見る権限がありません</translation>
    </message>
    <message>
        <source>Reading the audit log…</source>
        <translation>操作・閲覧記録を読み込んでいます…</translation>
    </message>
    <message>
        <source>The audit log cannot be read</source>
        <translation>操作・閲覧記録を読み込めません</translation>
    </message>
    <message>
        <source>Every reading is itself recorded.</source>
        <translation>この画面での閲覧も記録されます。</translation>
    </message>
    <message>
        <source>Say what to look for, then press Enter</source>
        <translation>条件を入力してEnterを押してください</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n event(s)</source>
        <translation>
            <numerusform>新しい順に%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a longer time, or for everybody.</source>
        <translation>期間を広げるか、職員の指定を外してください。</translation>
    </message>
    <message>
        <source>Nothing of the kind is recorded</source>
        <translation>該当する記録はありません</translation>
    </message>
    <message>
        <source>audit log {day}.csv</source>
        <translation>操作閲覧記録_{day}.csv</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n event(s)</source>
        <translation>
            <numerusform>%n件を保存しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved the newest %n event(s); ask for a shorter time</source>
        <translation>
            <numerusform>新しい順に%n件を保存しました。残りは期間を短くして保存してください</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditQuestion</name>
    <message>
        <source>Customer&apos;s number</source>
        <translation>お客様の番号</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>操作の種類</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>earliest</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>up to today</source>
        <translation>本日</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Who saw {name}, who is open now</source>
        <translation>表示中の{name}を閲覧した職員を調べる</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全職員</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべての操作</translation>
    </message>
</context>
<context>
    <name>BackupForm</name>
    <message>
        <source>Schedule and keeping</source>
        <translation>予定と保存数</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>登録中…</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>登録</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Looking for the backups…</source>
        <translation>バックアップを確認しています…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Try out</source>
        <translation>復元テスト</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Restore with</source>
        <translation>復元コマンド</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>バックアップはまだありません</translation>
    </message>
    <message>
        <source>“Back up now” makes the first one; desks go on working meanwhile.</source>
        <translation>「今すぐバックアップ」で最初の1件を作成します。その間も窓口業務は続けられます。</translation>
    </message>
    <message>
        <source>Set a folder for them first.</source>
        <translation>先に保存先フォルダーを登録してください。</translation>
    </message>
    <message>
        <source>The backups cannot be shown</source>
        <translation>バックアップを表示できません</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) stored</source>
        <translation>
            <numerusform>%n件の設定を登録しました</numerusform>
        </translation>
    </message>
    <message>
        <source>The command was copied</source>
        <translation>コマンドをコピーしました</translation>
    </message>
    <message>
        <source>Somebody changed the settings meanwhile. What you typed is kept; store once more if yours is right.</source>
        <translation>この間に別の人が設定を変更しました。入力内容は残しています。この内容でよければ、もう一度登録してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found in this backup</source>
        <translation>
            <numerusform>このバックアップに%n件の異常が見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} came back whole: every row is there and all is sound.</source>
        <translation>{file} は完全に復元できました。件数はすべて一致し、異常はありません。</translation>
    </message>
    <message>
        <source>Backed up and checked: {file}</source>
        <translation>バックアップを作成し、確認しました：{file}</translation>
    </message>
    <message>
        <source>{moment}, faults found</source>
        <translation>{moment}&#x3000;異常あり</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Last tried out</source>
        <translation>復元テスト</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Size (MB)</source>
        <translation>サイズ (MB)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Audit was changed</source>
        <translation>記録の改変あり</translation>
    </message>
    <message>
        <source>Faults found</source>
        <translation>異常あり</translation>
    </message>
    <message>
        <source>Tried out</source>
        <translation>復元テスト済</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>確認済</translation>
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
    <name>BatchFiles</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size (kB)</source>
        <translation>サイズ（kB）</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Batch no.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Day of issue</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Issued ¥</source>
        <translation>発行額 円</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>準備者</translation>
    </message>
</context>
<context>
    <name>BatchPlan</name>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>請求数</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>A notice</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Water ¥</source>
        <translation>水道料金 円</translation>
    </message>
    <message>
        <source>Sewerage ¥</source>
        <translation>下水道使用料 円</translation>
    </message>
    <message>
        <source>Total ¥</source>
        <translation>合計 円</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>残りの分を送付</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>偶数月</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>奇数月</translation>
    </message>
    <message>
        <source>always: written to singly</source>
        <translation>必須：個別に送付します</translation>
    </message>
    <message>
        <source>always: nothing is owed</source>
        <translation>必須：請求できません</translation>
    </message>
    <message>
        <source>always: never sent twice</source>
        <translation>必須：同じ通知は二重に送りません</translation>
    </message>
    <message>
        <source>{why} ({reason})</source>
        <comment>what is left out, and why always</comment>
        <translation>{why}（{reason}）</translation>
    </message>
    <message>
        <source>The time it takes shows after the first bundle.</source>
        <translation>所要時間は最初の束のあとに表示します。</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message>
        <source>Minutes left: about %n</source>
        <translation>残り約%n分</translation>
    </message>
</context>
<context>
    <name>BatchesScreen</name>
    <message>
        <source>Batches</source>
        <translation>一括発行</translation>
    </message>
    <message>
        <source>Cut-off decisions</source>
        <translation>停止の決裁</translation>
    </message>
    <message>
        <source>Part of the room</source>
        <translation>一括発行の区分</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新しい一括発行</translation>
    </message>
    <message>
        <source>Earlier batches</source>
        <translation>これまでの一括発行</translation>
    </message>
    <message>
        <source>Your role does not issue batches</source>
        <translation>この権限では一括発行を行えません</translation>
    </message>
    <message>
        <source>Issuing: {done} of {total}</source>
        <translation>発行中：{total}件中 {done}件</translation>
    </message>
    <message>
        <source>Batch {batch_id} is done: {kind}</source>
        <translation>一括発行{batch_id}（{kind}）が完了しました</translation>
    </message>
    <message>
        <source>Batch {batch_id} is stopped: {kind}</source>
        <translation>一括発行{batch_id}（{kind}）を中断しました</translation>
    </message>
</context>
<context>
    <name>BillChoice</name>
    <message>
        <source>Unpaid bills</source>
        <translation>未納の請求</translation>
    </message>
    <message>
        <source>All locations on one slip</source>
        <translation>全ての場所を1枚にまとめる</translation>
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
    <name>BlockedPage</name>
    <message>
        <source>Back to the overview</source>
        <translation>概要へ戻る</translation>
    </message>
    <message>
        <source>This cannot be done now</source>
        <translation>この手続きは今できません</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Check identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Whoever was identified may not do this for the customer</source>
        <translation>確認した方は、この手続きができません</translation>
    </message>
    <message>
        <source>A membership is handled with the user, or with an agent, guardian, heir or employee who shows a paper. Check the identity of one of them.</source>
        <translation>会員手続きができるのは、使用者ご本人か、書類で確認できた代理人・成年後見人・相続人・社員の方です。その方の本人確認をしてください。</translation>
    </message>
    <message>
        <source>The identity check has not been done</source>
        <translation>本人確認が済んでいません</translation>
    </message>
    <message>
        <source>Press F4 and check who is speaking. Until then nothing of the customer&apos;s is shown here.</source>
        <translation>F4 で相手の方の本人確認をしてください。確認が済むまで、お客様の情報は表示しません。</translation>
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
    <name>ChangeForm</name>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>E-mail once more</source>
        <translation>メールアドレス（確認）</translation>
    </message>
    <message>
        <source>only when it changes</source>
        <translation>変更するときだけ</translation>
    </message>
    <message>
        <source>Secret question</source>
        <translation>秘密の質問</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新しい答え</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Mail in</source>
        <translation>メールの言語</translation>
    </message>
    <message>
        <source>Mail about</source>
        <translation>お知らせメール</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>検針</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Overdue bills</source>
        <translation>未納</translation>
    </message>
    <message>
        <source>The two addresses are not the same</source>
        <translation>2つのメールアドレスが一致しません</translation>
    </message>
    <message>
        <source>Another question needs its answer: the customer types it</source>
        <translation>質問を変えるときは、お客様に答えを入力していただいてください</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>変更されている項目がありません</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>The registration was changed</source>
        <translation>登録内容を変更しました</translation>
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
    <name>CheckPage</name>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>Read this out or show it to the customer. Is everything right?</source>
        <translation>読み上げるか画面をお見せして、お客様に内容を確認してください。</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>訂正する</translation>
    </message>
    <message>
        <source>Being carried out…</source>
        <translation>登録しています…</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>In Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Read it as customers will. F12 stores it, Esc goes back.</source>
        <translation>お客様に表示される内容です。F12で登録、Escで入力に戻ります。</translation>
    </message>
    <message>
        <source>until it is withdrawn</source>
        <translation>取り下げるまで</translation>
    </message>
    <message>
        <source>{whom} ({contracts})</source>
        <translation>{whom}（{contracts}）</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>掲載開始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>掲載終了日</translation>
    </message>
    <message>
        <source>Portal closed</source>
        <translation>ポータル停止</translation>
    </message>
    <message>
        <source>There is no English text: the Japanese one is shown.</source>
        <translation>英語の文がないため、日本語を表示します。</translation>
    </message>
</context>
<context>
    <name>ContactDetail</name>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>お話しの方</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>取次ぎ先</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>応対者</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Nobody was identified</source>
        <translation>本人確認なし</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Done on {day}</source>
        <translation>完了 {day}</translation>
    </message>
</context>
<context>
    <name>ContactHistory</name>
    <message>
        <source>Contact history</source>
        <translation>応対履歴</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again  F5</source>
        <translation>もう一度読み込む  F5</translation>
    </message>
    <message>
        <source>The contacts could not be shown</source>
        <translation>応対履歴を表示できませんでした</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>応対はまだありません</translation>
    </message>
    <message>
        <source>The first one is written down at the right.</source>
        <translation>最初の応対を右の欄に記録します。</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>応対者</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>確認なし</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>確認済</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>確認できず</translation>
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
    <name>CriteriaForm</name>
    <message>
        <source>Kind of notice</source>
        <translation>通知書の種類</translation>
    </message>
    <message>
        <source>Issuing office</source>
        <translation>発行する所属</translation>
    </message>
    <message>
        <source>Months read</source>
        <translation>検針月</translation>
    </message>
    <message>
        <source>Due from</source>
        <translation>納期限（から）</translation>
    </message>
    <message>
        <source>R6.7.1 or 2024/7/1</source>
        <translation>例：R6.7.1、2024/7/1</translation>
    </message>
    <message>
        <source>Due until</source>
        <translation>納期限（まで）</translation>
    </message>
    <message>
        <source>empty: no end</source>
        <translation>空欄：指定なし</translation>
    </message>
    <message>
        <source>Day of issue</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>today or later</source>
        <translation>本日以降</translation>
    </message>
    <message>
        <source>Language of the notices</source>
        <translation>通知書の言語</translation>
    </message>
    <message>
        <source>empty: by the rule</source>
        <translation>空欄：規定どおり</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>納付期限</translation>
    </message>
    <message>
        <source>none here</source>
        <translation>この種類にはありません</translation>
    </message>
    <message>
        <source>yen; empty: all</source>
        <translation>円（空欄：すべて）</translation>
    </message>
    <message>
        <source>Owing at least</source>
        <translation>未納額の下限</translation>
    </message>
    <message>
        <source>asks for no money</source>
        <translation>請求を伴いません</translation>
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
    <name>CustomerAsk</name>
    <message>
        <source>Only at the counter: the customer types it themself.</source>
        <translation>窓口でのみ使えます（お客様ご本人が入力します）。</translation>
    </message>
</context>
<context>
    <name>CustomerInput</name>
    <message>
        <source>8 to 64 characters (up to 24 in Japanese)</source>
        <translation>8～64文字（かな・漢字は24文字まで）</translation>
    </message>
    <message>
        <source>Not your login ID</source>
        <translation>ログインIDと違う</translation>
    </message>
    <message>
        <source>Not easy to guess</source>
        <translation>推測されやすいものではない</translation>
    </message>
    <message>
        <source>Not one of your last five passwords</source>
        <translation>最近5回のパスワードと違う</translation>
    </message>
    <message>
        <source>Typed the same way twice</source>
        <translation>2回とも同じ</translation>
    </message>
    <message>
        <source>What was your first pet&apos;s name?</source>
        <translation>初めて飼ったペットの名前は？</translation>
    </message>
    <message>
        <source>Where was your mother born?</source>
        <translation>お母さんの生まれた場所は？</translation>
    </message>
    <message>
        <source>What is the name of your first school?</source>
        <translation>最初に通った学校の名前は？</translation>
    </message>
    <message>
        <source>What is your favourite food?</source>
        <translation>好きな食べ物は？</translation>
    </message>
    <message>
        <source>What is your childhood friend&apos;s name?</source>
        <translation>幼なじみの名前は？</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>新しいパスワード（もう一度）</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Type 1 to {most} letters</source>
        <translation>1～{most}文字で入力してください</translation>
    </message>
    <message>
        <source>Please type this yourself</source>
        <translation>お客様ご自身で入力してください</translation>
    </message>
    <message>
        <source>The staff cannot see what you type here.</source>
        <translation>ここに入力した内容は、職員には見えません。</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
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
        <source>Protected customer: tell nobody where they live, their phone or their mail. Supervisors alone open and print.</source>
        <translation>支援措置対象のお客様です。住所・電話番号・メールをだれにも伝えないでください。開くこと・印刷は監督者だけができます。</translation>
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
        <source>Refresh  F5</source>
        <translation>最新表示  F5</translation>
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
        <source>Name or reading, location, phone, date of birth, e-mail, portal number of 16 digits, customer number, meter number or payment number.</source>
        <translation>氏名（漢字・カナ）、使用場所、電話番号、生年月日、メールアドレス、ポータルサイト用お客様番号（16けた）、お客様番号、メーター番号、お支払番号のどれでも検索できます。</translation>
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
        <source>Born {day}</source>
        <translation>生年月日 {day}</translation>
    </message>
    <message>
        <source>E-mail {address}</source>
        <translation>メール {address}</translation>
    </message>
    <message>
        <source>Meter number {number}</source>
        <translation>メーター番号 {number}</translation>
    </message>
    <message>
        <source>Payment number {number}</source>
        <translation>お支払番号 {number}</translation>
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
        <source>Type the e-mail address from its beginning, as the customer or member gave it.</source>
        <translation>メールアドレスは、登録されたとおりに先頭から入力してください。</translation>
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
    <name>Cutoff</name>
    <message>
        <source>Warning</source>
        <translation>予告書</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Unpaid ¥</source>
        <translation>未納額 円</translation>
    </message>
    <message>
        <source>Limit passed</source>
        <translation>経過した期限</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>準備者</translation>
    </message>
</context>
<context>
    <name>CutoffDecisions</name>
    <message>
        <source>Fetching the warnings…</source>
        <translation>予告書を読み込んでいます…</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決裁</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>停止する</translation>
    </message>
    <message>
        <source>Do not cut off</source>
        <translation>停止しない</translation>
    </message>
    <message>
        <source>Day of the cut-off</source>
        <translation>停水執行日</translation>
    </message>
    <message>
        <source>a later working day</source>
        <translation>翌日以降の開庁日</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>stays on record</source>
        <translation>記録に残ります</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Nothing to decide on</source>
        <translation>決裁待ちはありません</translation>
    </message>
    <message>
        <source>Cut-off warnings come here the day after their limit.</source>
        <translation>給水停止予告書は、期限の翌日からここに表示されます。</translation>
    </message>
    <message>
        <source>The warnings cannot be shown</source>
        <translation>予告書を表示できません</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>You planned this warning: another supervisor decides on it.</source>
        <translation>ご自身が準備した予告書です。別の監督者が決裁してください。</translation>
    </message>
    <message>
        <source>{name} keeps the water. F12 once more decides it.</source>
        <translation>{name}の給水を停止しません。もう一度F12で決裁します。</translation>
    </message>
    <message>
        <source>The water of {name} is cut off on {day}. F12 once more decides it.</source>
        <translation>{name}の給水を{day}に停止します。もう一度F12で決裁します。</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>予告書</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Customer no.</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>予告額</translation>
    </message>
    <message>
        <source>Unpaid now</source>
        <translation>現在の未納額</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>準備者</translation>
    </message>
    <message>
        <source>Type why it is decided so.</source>
        <translation>決裁の理由を入力してください。</translation>
    </message>
    <message>
        <source>The decision is on record</source>
        <translation>決裁を記録しました</translation>
    </message>
    <message>
        <source>Warnings to decide on</source>
        <translation>決裁待ちの予告書</translation>
    </message>
</context>
<context>
    <name>DailySheetScreen</name>
    <message>
        <source>Daily sheet</source>
        <translation>日計表</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>対象日</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前日</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>翌日</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>日計表の言語</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Your role does not close the day</source>
        <translation>この権限では日計表を作成できません</translation>
    </message>
    <message>
        <source>The sheet cannot be shown</source>
        <translation>日計表を表示できません</translation>
    </message>
    <message>
        <source>Show {number}, issued at {time} by {name}</source>
        <translation>{number}を表示（{time} {name}）</translation>
    </message>
    <message>
        <source>Issued as {number}. Print or save it as often as needed.</source>
        <translation>{number}として作成しました。何度でも印刷・保存できます。</translation>
    </message>
    <message>
        <source>A draft. Printing or saving seals the record of acts and numbers it.</source>
        <translation>下書きです。印刷または保存すると、操作・閲覧記録を封印し、書類番号を付けます。</translation>
    </message>
</context>
<context>
    <name>DataScreen</name>
    <message>
        <source>Data exchange</source>
        <translation>データ連携</translation>
    </message>
    <message>
        <source>Part of the screen</source>
        <translation>画面の区分</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取込</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書出し</translation>
    </message>
    <message>
        <source>Your role does not exchange data</source>
        <translation>この役割ではデータ連携を行えません</translation>
    </message>
</context>
<context>
    <name>DeskList</name>
    <message>
        <source>Desks to pass a caller on to</source>
        <translation>取次ぎ先一覧</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Fetching the documents…</source>
        <translation>書類を読み込んでいます…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>書類・通知書</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation>発行…</translation>
    </message>
    <message>
        <source>Documents shown</source>
        <translation>表示する書類</translation>
    </message>
    <message>
        <source>This location</source>
        <translation>この場所</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>全ての場所</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Nothing was issued here yet</source>
        <translation>発行した書類はまだありません</translation>
    </message>
    <message>
        <source>What the bureau sends, and what is issued here, is kept in this list.</source>
        <translation>送付した書類と窓口で発行した書類が、ここに並びます。</translation>
    </message>
    <message>
        <source>The documents cannot be listed</source>
        <translation>書類の一覧を表示できません</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Set smaller to fit: {texts}</source>
        <translation>枠に収めるため小さく印字: {texts}</translation>
    </message>
    <message>
        <source>No font has these letters, 〓 stands in their place: {letters}</source>
        <translation>フォントにない文字を〓で印字: {letters}</translation>
    </message>
    <message>
        <source>Noted: {reason}</source>
        <translation>保留の記録: {reason}</translation>
    </message>
    <message>
        <source>{month} {paper}</source>
        <translation>{paper}（{month}分）</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>返戻</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>閲覧済</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>郵送済</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>印刷済</translation>
    </message>
    <message>
        <source>Left at the place</source>
        <translation>検針時に配布</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送付</translation>
    </message>
    <message>
        <source>The customer sees it on the portal</source>
        <translation>ポータルサイトで公開中</translation>
    </message>
    <message>
        <source>copies: %n</source>
        <translation>%n部</translation>
    </message>
    <message>
        <source>Already printed at {time}: {copies}.</source>
        <translation>{time} に{copies}印刷しています。</translation>
    </message>
    <message>
        <source>The paper itself is not kept here</source>
        <translation>この書類の控えは保存していません</translation>
    </message>
    <message>
        <source>It held a password for the customer alone. A new letter can be issued.</source>
        <translation>お客様だけのパスワードが記載されています。必要なときは新しく発行してください。</translation>
    </message>
    <message>
        <source>The billing host issued it and keeps it.</source>
        <translation>料金システムで発行し、そちらで保管しています。</translation>
    </message>
</context>
<context>
    <name>DocumentsRoom</name>
    <message>
        <source>Documents</source>
        <translation>書類・通知書</translation>
    </message>
    <message>
        <source>Issue a document</source>
        <translation>書類の発行</translation>
    </message>
    <message>
        <source>No bill is chosen</source>
        <translation>請求が選ばれていません</translation>
    </message>
    <message>
        <source>A slip is for bills that are not paid yet. Other documents can be issued.</source>
        <translation>納付書は未納の請求に発行します。ほかの書類は発行できます。</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Receipt number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>このあとの流れ</translation>
    </message>
    <message>
        <source>Print the control copy</source>
        <translation>控えを印刷</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>概要へ戻る</translation>
    </message>
</context>
<context>
    <name>EarlierBatches</name>
    <message>
        <source>Fetching the batches…</source>
        <translation>一括発行を読み込んでいます…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>No batch was planned yet</source>
        <translation>一括発行はまだありません</translation>
    </message>
    <message>
        <source>The first one is planned under “New batch”.</source>
        <translation>「新しい一括発行」から準備してください。</translation>
    </message>
    <message>
        <source>The batches cannot be shown</source>
        <translation>一括発行を表示できません</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>続きを発行</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>納付期限</translation>
    </message>
    <message>
        <source>Payments until</source>
        <translation>入金確認日</translation>
    </message>
    <message>
        <source>Planned at</source>
        <translation>準備日時</translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Finished at</source>
        <translation>終了日時</translation>
    </message>
    <message>
        <source>Write the files again</source>
        <translation>ファイルを再出力</translation>
    </message>
    <message>
        <source>Issue it</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>This version of the program cannot read what it was.</source>
        <translation>この版のプログラムでは抽出条件を読み取れません。</translation>
    </message>
    <message>
        <source>Another batch runs at this desk.</source>
        <translation>この端末で別の一括発行を実行中です。</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n notice(s)? Once more does it.</source>
        <translation>
            <numerusform>%n件を発行しますか？もう一度押すと発行します。</numerusform>
        </translation>
    </message>
    <message>
        <source>If another desk runs it now, leave it there. Once more goes on.</source>
        <translation>ほかの端末で実行中でないか確認してください。もう一度押すと続きを発行します。</translation>
    </message>
    <message>
        <source>Earlier batches</source>
        <translation>これまでの一括発行</translation>
    </message>
</context>
<context>
    <name>EarlierContacts</name>
    <message>
        <source>Earlier contacts</source>
        <translation>これまでの応対</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>How the customer comes</source>
        <translation>来訪の方法</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message numerus="yes">
        <source>Please put %n thing(s) right</source>
        <translation>
            <numerusform>%nか所を直してください</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+E: next error</source>
        <translation>Ctrl+E で次の誤りへ</translation>
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
        <source>The server of the database has no memory or connection left. Nothing was stored; try again in a moment, or tell the administrator.</source>
        <translation>データベースのサーバーのメモリまたは接続が足りません。何も保存していません。しばらくしてからもう一度行うか、管理者に連絡してください。</translation>
    </message>
    <message>
        <source>This customer is not a member of the portal. Register them first (F8).</source>
        <translation>このお客様はポータルサイトの会員ではありません。先に会員登録をしてください（F8）。</translation>
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
    <message>
        <source>This contact is no longer in the database. Open the customer anew with F2.</source>
        <translation>この応対のデータはもうありません。F2でお客様を開き直してください。</translation>
    </message>
    <message>
        <source>This contact has ended. Open the customer anew with F2 to go on.</source>
        <translation>この応対は終了しています。続けるにはF2でお客様を開き直してください。</translation>
    </message>
    <message>
        <source>This contact is parked. Take it up again with F11 to go on.</source>
        <translation>この応対は保留中です。F11で再開してから操作してください。</translation>
    </message>
    <message>
        <source>{most} contacts are parked already. Finish one of them first.</source>
        <translation>保留中の応対がすでに{most}件あります。先にどれかを終了してください。</translation>
    </message>
    <message>
        <source>This contact is with another customer. Finish or park it, then open this customer.</source>
        <translation>この応対は別のお客様のものです。終了または保留してから、このお客様を開いてください。</translation>
    </message>
    <message>
        <source>Somebody was identified in this contact, so the opening was not wrong. Finish it with F12.</source>
        <translation>この応対では本人確認が済んでいるため、誤検索にはできません。F12で終了してください。</translation>
    </message>
    <message>
        <source>This form was sent off in another window at the same moment. Press F5 to see what came of it.</source>
        <translation>この手続きは別の画面から同時に送信されました。F5を押して結果を確認してください。</translation>
    </message>
    <message>
        <source>The day of the follow-up is past. Choose today or a later day.</source>
        <translation>折り返しの日が過ぎています。本日以降の日を選んでください。</translation>
    </message>
    <message>
        <source>The day of the follow-up is too far away. Choose one within two years.</source>
        <translation>折り返しの日が先すぎます。2年以内の日を選んでください。</translation>
    </message>
    <message>
        <source>No follow-up was agreed in this contact. Press F5 to see it as it is now.</source>
        <translation>この応対に折り返しの予定はありません。F5を押して今の内容を表示してください。</translation>
    </message>
    <message>
        <source>Somebody has taken this follow-up up already. Press F5 to see it as it is now.</source>
        <translation>この折り返しは対応済みです。F5を押して今の内容を表示してください。</translation>
    </message>
    <message>
        <source>There is too much text in this form to keep it as a draft. Shorten it, or send it off.</source>
        <translation>入力が長すぎるため、下書きとして残せません。短くするか、送信してください。</translation>
    </message>
    <message>
        <source>Nobody was identified in this contact yet. Check the identity with F4.</source>
        <translation>この応対では本人確認が済んでいません。F4で本人確認をしてください。</translation>
    </message>
    <message>
        <source>Whoever was identified may not be told or change this. Ask for the user in person, or check somebody who may speak for them with F4.</source>
        <translation>確認した方には、この内容をお伝えすることも変更を受け付けることもできません。使用者ご本人にお願いするか、代理の方の本人確認をF4でしてください。</translation>
    </message>
    <message>
        <source>This contact has no customer yet. Search for the customer with F2 first.</source>
        <translation>この応対にはまだお客様が決まっていません。先にF2でお客様を検索してください。</translation>
    </message>
    <message>
        <source>The reason is empty. Type why the speaker is taken for known.</source>
        <translation>理由が未入力です。本人と認める理由を入力してください。</translation>
    </message>
    <message>
        <source>This customer is protected: phone, mail and address are shown to nobody. A supervisor decides how they are reached.</source>
        <translation>支援措置等の対象のお客様です。電話番号・メール・住所は表示できません。連絡の方法は監督者が判断します。</translation>
    </message>
    <message>
        <source>Third parties ask in writing. Leave the request to a supervisor.</source>
        <translation>第三者からのお問い合わせは文書で受け付けます。監督者に引き継いでください。</translation>
    </message>
    <message>
        <source>In office work nobody speaks. Choose counter, phone or post as the channel.</source>
        <translation>事務では本人確認の相手がいません。方法を窓口・電話・郵送から選んでください。</translation>
    </message>
    <message>
        <source>Nobody speaks for this protected customer. Ask the user to come in person, or ask a supervisor.</source>
        <translation>支援措置等の対象のお客様です。代理の方には応じられません。ご本人に来ていただくか、監督者に相談してください。</translation>
    </message>
    <message>
        <source>This protected customer is told nothing by phone. Ask them to come in person.</source>
        <translation>支援措置等の対象のお客様です。電話ではお答えできません。ご本人に来ていただいてください。</translation>
    </message>
    <message>
        <source>There is no number on file to call back. Ask for something else.</source>
        <translation>折り返す電話番号の登録がありません。ほかの項目を尋ねてください。</translation>
    </message>
    <message>
        <source>Papers cannot be shown by phone. Ask them to come to the counter, or to send copies by post.</source>
        <translation>電話では書類を確認できません。窓口に来ていただくか、写しを郵送していただいてください。</translation>
    </message>
    <message>
        <source>No e-mail address is registered. Register one first, or use the letter.</source>
        <translation>メールアドレスが登録されていません。先に登録するか、通知書の郵送をご利用ください。</translation>
    </message>
    <message>
        <source>Mail cannot be sent to the registered e-mail address. Ask for the address again and correct it, or use the letter.</source>
        <translation>登録されているメールアドレスには送信できません。アドレスを聞き直して訂正するか、通知書の郵送をご利用ください。</translation>
    </message>
    <message>
        <source>This field is empty. Fill it in.</source>
        <translation>未入力です。入力してください。</translation>
    </message>
    <message>
        <source>Too long: type at most {max_length} characters.</source>
        <translation>長すぎます。{max_length}文字以内で入力してください。</translation>
    </message>
    <message>
        <source>There is a line break in this field. Type it in one line.</source>
        <translation>改行が含まれています。1行で入力してください。</translation>
    </message>
    <message>
        <source>There is a control character in this field. Delete it, or type the field again.</source>
        <translation>制御文字が含まれています。削除するか、入力し直してください。</translation>
    </message>
    <message>
        <source>There is a character in this field that cannot be seen. Type the field again.</source>
        <translation>目に見えない文字が含まれています。入力し直してください。</translation>
    </message>
    <message>
        <source>The kana may hold kana only. Type the reading, such as ヤマダ ハナコ.</source>
        <translation>フリガナに使えない文字があります。読みをカタカナで入力してください（例：ヤマダ ハナコ）。</translation>
    </message>
    <message>
        <source>This is no phone number. Type 10 or 11 digits beginning with 0, such as 076-123-4567.</source>
        <translation>電話番号の形式ではありません。0から始まる10桁または11桁で入力してください（例：076-123-4567）。</translation>
    </message>
    <message>
        <source>This is no postal code. Type its seven digits, such as 920-0853.</source>
        <translation>郵便番号の形式ではありません。7桁の数字で入力してください（例：920-0853）。</translation>
    </message>
    <message>
        <source>This is no e-mail address. Type it as name@example.jp, without dots at the ends of a part.</source>
        <translation>メールアドレスの形式ではありません。name@example.jp の形で、前後や連続の「.」なしで入力してください。</translation>
    </message>
    <message>
        <source>This e-mail address has characters that mail cannot carry everywhere. Ask for an address in plain letters.</source>
        <translation>メールアドレスに使えない文字があります。半角英数字のアドレスをお聞きして入力してください。</translation>
    </message>
    <message>
        <source>The login ID may hold small letters and digits only. Leave out other characters.</source>
        <translation>ログインIDに使えない文字があります。半角の英小文字と数字だけで入力してください。</translation>
    </message>
    <message>
        <source>The login ID has to have {least} to {most} characters. Make it longer or shorter.</source>
        <translation>ログインIDは{least}文字以上{most}文字以内です。長さを直してください。</translation>
    </message>
    <message>
        <source>The login ID needs a letter. Add at least one to the digits.</source>
        <translation>ログインIDには英字が必要です。数字に英字を1文字以上加えてください。</translation>
    </message>
    <message>
        <source>This login ID is taken. Ask the customer for another.</source>
        <translation>このログインIDは使われています。別のIDをお聞きください。</translation>
    </message>
    <message>
        <source>Too long for the portal: kana and kanji count three each, 72 in all. Shorten the password.</source>
        <translation>ポータルサイトで使える長さを超えています（かな・漢字は1文字を3として合計72まで）。短くしてください。</translation>
    </message>
    <message>
        <source>This password was used before. Choose another.</source>
        <translation>以前に使ったパスワードです。別のパスワードにしてください。</translation>
    </message>
    <message>
        <source>The login ID was changed after the password was typed. Have the customer type the password again.</source>
        <translation>パスワードの入力後にログインIDが変わりました。お客様にパスワードを入力し直していただいてください。</translation>
    </message>
    <message>
        <source>The secret answer is empty. Have the customer type at least one letter.</source>
        <translation>秘密の答えが未入力です。お客様に1文字以上入力していただいてください。</translation>
    </message>
    <message>
        <source>The secret answer is too long: at most {most} characters. Have the customer shorten it.</source>
        <translation>秘密の答えが長すぎます。{most}文字以内で入力していただいてください。</translation>
    </message>
    <message>
        <source>No secret answer is set. Check a document and use the letter or the mail instead.</source>
        <translation>秘密の答えが登録されていません。本人確認書類を確認し、通知書またはメールをお使いください。</translation>
    </message>
    <message>
        <source>The secret answer is only typed by the customer at the counter. By phone, call back the number on file.</source>
        <translation>秘密の答えは、窓口でお客様ご自身に入力していただきます。電話では登録の番号へかけ直してください。</translation>
    </message>
    <message>
        <source>The secret question was changed after the answer was typed. Have the customer type the answer again.</source>
        <translation>答えの入力後に秘密の質問が変わりました。お客様に答えを入力し直していただいてください。</translation>
    </message>
    <message>
        <source>This member is no longer in the database. Search for the customer again with F2.</source>
        <translation>この会員はデータベースにありません。F2でお客様を検索し直してください。</translation>
    </message>
    <message>
        <source>This customer is a member already. Press F8 to see the membership.</source>
        <translation>このお客様はすでに会員です。F8で会員登録情報をご確認ください。</translation>
    </message>
    <message>
        <source>This registration has not been decided on. Decide on it first.</source>
        <translation>この登録はまだ承認待ちです。先に承認または却下してください。</translation>
    </message>
    <message>
        <source>This membership is active already. Press F5 to see it as it is now.</source>
        <translation>この会員はすでに有効です。F5で最新の内容を表示してください。</translation>
    </message>
    <message>
        <source>This membership is suspended. A supervisor can resume it first.</source>
        <translation>この会員は利用停止中です。先に監督者が再開してください。</translation>
    </message>
    <message>
        <source>The customer is protected, so the membership stays suspended. End the protection first.</source>
        <translation>支援措置等の対象のため、再開できません。先に措置を終了してください。</translation>
    </message>
    <message>
        <source>This member is not locked. Press F5 to see the membership as it is now.</source>
        <translation>この会員はロックされていません。F5で最新の内容を表示してください。</translation>
    </message>
    <message>
        <source>Nothing was changed. Change a field, or close the form with Esc.</source>
        <translation>変更がありません。項目を変更するか、Escで閉じてください。</translation>
    </message>
    <message>
        <source>The terms are those of {version} now. Show them to the customer and ask for consent again.</source>
        <translation>ご利用規約が{version}版に変わりました。お客様に提示し、改めて同意をいただいてください。</translation>
    </message>
    <message>
        <source>Explain first what happens after leaving, and tick that you did.</source>
        <translation>退会後の取扱いを先にご説明し、説明済みにチェックしてください。</translation>
    </message>
    <message>
        <source>No contract has this number. Compare it with the reading notice and type it again.</source>
        <translation>この番号の契約はありません。検針のお知らせと照合し、入力し直してください。</translation>
    </message>
    <message>
        <source>This number belongs to somebody else. Ask the customer for the number on their own notice.</source>
        <translation>この番号は別の方の契約です。お客様ご自身のお知らせの番号をお聞きください。</translation>
    </message>
    <message>
        <source>The use here ended on {ended_on:%Y/%m/%d}; former occupants cannot add it. Ask for the present place&apos;s number.</source>
        <translation>{ended_on:%Y/%m/%d}に使用が終わっているため追加できません。現在の使用場所の番号をお聞きください。</translation>
    </message>
    <message>
        <source>Another membership holds this contract. Ask a supervisor to look into it.</source>
        <translation>この契約は別の会員に登録されています。監督者に確認を依頼してください。</translation>
    </message>
    <message>
        <source>This membership has the location already. Choose another number.</source>
        <translation>この使用場所はすでに登録されています。別の番号を入力してください。</translation>
    </message>
    <message>
        <source>This is the only location. To give it up, withdraw the membership.</source>
        <translation>最後の使用場所のため削除できません。やめる場合は退会の手続きをしてください。</translation>
    </message>
    <message>
        <source>No location is chosen. Choose at least one.</source>
        <translation>使用場所が選ばれていません。1か所以上選んでください。</translation>
    </message>
    <message>
        <source>This is for customers at the counter. By phone, use the letter or the mail address on file.</source>
        <translation>窓口のお客様だけのお手続きです。電話では通知書または登録のメールアドレスをお使いください。</translation>
    </message>
    <message>
        <source>Have the customer type the secret answer first, or send a letter.</source>
        <translation>先にお客様に秘密の答えを入力していただくか、通知書をお送りください。</translation>
    </message>
    <message>
        <source>No secret answer is set, so check a document first with F4.</source>
        <translation>秘密の答えが未登録です。先にF4で本人確認書類を確認してください。</translation>
    </message>
    <message>
        <source>Call back the number on file first, and note it with F4.</source>
        <translation>先に登録の電話番号へかけ直し、F4で記録してください。</translation>
    </message>
    <message>
        <source>No address is registered, so no letter can be posted. Use the mail, or hand it over at the counter.</source>
        <translation>住所の登録がなく、通知書を郵送できません。メールか窓口でのお渡しにしてください。</translation>
    </message>
    <message>
        <source>This letter was made already, and its password is kept nowhere. Begin the procedure anew for another.</source>
        <translation>この通知書は作成済みで、パスワードは残っていません。必要な場合は手続きを最初からやり直してください。</translation>
    </message>
    <message>
        <source>No printer is set up on this desk. The paper is kept: set one up, or save it as a file.</source>
        <translation>この端末にはプリンターが設定されていません。書類は残してあります。プリンターを設定するか、ファイルに保存してください。</translation>
    </message>
    <message>
        <source>The printer {name} is not there. The paper is kept: switch it on, or choose another.</source>
        <translation>プリンター「{name}」が見つかりません。書類は残してあります。電源を入れるか、別のプリンターを選んでください。</translation>
    </message>
    <message>
        <source>The printer {name} did not take the paper. The paper is kept: look at the printer, then try again.</source>
        <translation>プリンター「{name}」が書類を受け付けませんでした。書類は残してあります。プリンターを確かめてから、もう一度印刷してください。</translation>
    </message>
    <message>
        <source>The file of this paper is damaged: nothing was printed or saved of it.</source>
        <translation>この書類のファイルは壊れています。印刷も保存もしていません。</translation>
    </message>
    <message>
        <source>This document is no longer in the database. Refresh the list with F5.</source>
        <translation>この書類はデータベースにありません。F5 で一覧を更新してください。</translation>
    </message>
    <message>
        <source>The paper itself is not kept here. Ask the office that issued it.</source>
        <translation>この書類の控えは保存していません。発行した課所に問い合わせてください。</translation>
    </message>
    <message>
        <source>What is stored of this document is not what was issued. Do not use it, and tell the administrator its number.</source>
        <translation>保存された内容が発行時のものと一致しません。使用せず、管理者に書類番号をお知らせください。</translation>
    </message>
    <message>
        <source>This document was never posted. Refresh the list with F5.</source>
        <translation>この書類は郵送されていません。F5 で一覧を更新してください。</translation>
    </message>
    <message>
        <source>There is nothing to write about here. Choose another document.</source>
        <translation>記載する内容がありません。ほかの書類を選んでください。</translation>
    </message>
    <message>
        <source>This kind of document is not issued one by one. Choose another.</source>
        <translation>この書類は個別に発行できません。ほかの書類を選んでください。</translation>
    </message>
    <message>
        <source>One of the bills is another customer&apos;s. Open the customer anew with F2.</source>
        <translation>別のお客様の請求が含まれています。F2 からお客様を開き直してください。</translation>
    </message>
    <message>
        <source>A slip for these bills was issued anew nine times already. Print one of those from the list again.</source>
        <translation>この請求の納付書は9回再発行済みです。一覧から発行済みの納付書を印刷してください。</translation>
    </message>
    <message>
        <source>A debit of {month} is under way: with a slip it may be paid twice. Better wait for the bank.</source>
        <translation>{month}分は口座振替を請求中で、二重払いのおそれがあります。結果をお待ちください。</translation>
    </message>
    <message>
        <source>A payment of {month} is reported, not confirmed yet. Ask first whether it is paid.</source>
        <translation>{month}分は入金の速報があり、確認中です。お支払い済みかどうかを先に確かめてください。</translation>
    </message>
    <message>
        <source>{month} is paid by instalments: the slip asks for the whole rest. Ask first whether that is wanted.</source>
        <translation>{month}分は分割納付中です。納付書は残額全部になります。ご希望かどうかを先に確かめてください。</translation>
    </message>
    <message>
        <source>The customer disputes {month}. Read the note of the hold first.</source>
        <translation>{month}分には異議の申出があります。先に保留事由の記録を確認してください。</translation>
    </message>
    <message>
        <source>The sewerage of {month} is extinguished by time: it is not on the slip.</source>
        <translation>{month}分の下水道使用料は時効で消滅したため、納付書に含まれません。</translation>
    </message>
    <message>
        <source>An ID has up to 64 letters, digits and . _ - and begins with a letter or digit.</source>
        <translation>IDは英字か数字で始まる64文字以内の英数字と . _ - です。</translation>
    </message>
    <message>
        <source>This ID is somebody&apos;s already. Choose another, such as one with a digit.</source>
        <translation>このIDはすでに使われています。数字を加えるなど別のIDにしてください。</translation>
    </message>
    <message>
        <source>This account is no longer there. Press F5 to see those there are.</source>
        <translation>このアカウントはもうありません。F5で最新の一覧を表示してください。</translation>
    </message>
    <message>
        <source>Nobody does this to their own account. Ask another administrator.</source>
        <translation>ご自身のアカウントにはできません。ほかの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else an administrator first.</source>
        <translation>管理者が1人もいなくなります。先にほかの職員を管理者にしてください。</translation>
    </message>
    <message>
        <source>This office is not in the database. Press F5 and choose another.</source>
        <translation>この所属は登録されていません。F5で更新して選び直してください。</translation>
    </message>
    <message>
        <source>This is no date. Type it such as 2024/9/30, 9/30 or R6.9.30.</source>
        <translation>日付として読めません。2024/9/30、9/30、R6.9.30 のように入力してください。</translation>
    </message>
    <message>
        <source>The end lies before the beginning. Change one of them.</source>
        <translation>終了日が開始日より前です。どちらかを直してください。</translation>
    </message>
    <message>
        <source>No customer has this number. Compare it and type it again.</source>
        <translation>この番号のお客様は見つかりません。番号を確かめてもう一度入力してください。</translation>
    </message>
    <message>
        <source>An anchor has 16 digits from 0 to 9 and a to f. Read it off the sheet again.</source>
        <translation>照合番号は0～9とa～fの16桁です。日報の番号を確認してください。</translation>
    </message>
    <message>
        <source>This customer is protected already. Renew the protection, or end it first.</source>
        <translation>このお客様にはすでに支援措置等が登録されています。期間を更新するか、先に終了してください。</translation>
    </message>
    <message>
        <source>This protection is not in the database. Press F5 to see what there is.</source>
        <translation>この支援措置等はデータベースにありません。F5を押して最新の内容を表示してください。</translation>
    </message>
    <message>
        <source>This debt is not one of this customer&apos;s. Press F5 and choose it again.</source>
        <translation>この債権はこのお客様のものではありません。F5を押して選び直してください。</translation>
    </message>
    <message>
        <source>This hold is not in the database. Press F5 to see what there is.</source>
        <translation>この保留はデータベースにありません。F5を押して最新の内容を表示してください。</translation>
    </message>
    <message>
        <source>The years from 1900 to 2200 can be kept. Type another date.</source>
        <translation>登録できるのは1900年から2200年までの日付です。別の日付を入力してください。</translation>
    </message>
    <message>
        <source>No address begins with {town}. Type it as addresses begin, such as 本町1丁目.</source>
        <translation>{town}で始まる住所がありません。「本町1丁目」のように、住所の初めの部分を入力してください。</translation>
    </message>
    <message>
        <source>The number for the portal has 16 digits. Type all of them.</source>
        <translation>ポータルサイト用お客様番号は16桁です。すべての桁を入力してください。</translation>
    </message>
    <message>
        <source>No contract has this number. Compare it and type it again.</source>
        <translation>この番号の契約がありません。番号を確かめて、もう一度入力してください。</translation>
    </message>
    <message>
        <source>It is for a town or for one contract. Empty one of the two fields.</source>
        <translation>町と契約の両方は指定できません。どちらかを空欄にしてください。</translation>
    </message>
    <message>
        <source>This day is over. Type today or a later day.</source>
        <translation>過ぎた日付です。本日以降の日付を入力してください。</translation>
    </message>
    <message>
        <source>The last day is before the first one. Type a later last day.</source>
        <translation>終了日が開始日より前です。開始日以降の日付を入力してください。</translation>
    </message>
    <message>
        <source>The last day is over. Type today or a later day.</source>
        <translation>終了日を過ぎています。今日以降の日付を入力してください。</translation>
    </message>
    <message>
        <source>Type the day and the time, such as 2024/9/30 22:00 or 9/30 22:00.</source>
        <translation>「2024/9/30 22:00」や「9/30 22:00」のように、日付と時刻を入力してください。</translation>
    </message>
    <message>
        <source>Type both: from when the portal is closed, and when it opens again.</source>
        <translation>停止の開始と終了の両方を入力してください。</translation>
    </message>
    <message>
        <source>The portal opens before it is closed. Type a later time.</source>
        <translation>終了が開始より前です。開始より後の日時を入力してください。</translation>
    </message>
    <message>
        <source>This time is over. Type a later one, or empty both fields.</source>
        <translation>過ぎた日時です。これからの日時を入力するか、両方を空欄にしてください。</translation>
    </message>
    <message>
        <source>The portal cannot be closed for more than {days} days. Compare the dates.</source>
        <translation>停止できるのは{days}日間までです。日付を確かめてください。</translation>
    </message>
    <message>
        <source>The portal closes for everybody: announce it to everybody.</source>
        <translation>ポータルサイトの停止は全員が対象です。対象を「全員」にしてください。</translation>
    </message>
    <message>
        <source>It must show until the portal opens again. Type a later last day.</source>
        <translation>ポータルサイトが再開するまで掲載が必要です。終了日を遅くしてください。</translation>
    </message>
    <message>
        <source>This announcement is not in the database. Press F5 to see what there is.</source>
        <translation>このお知らせは登録されていません。F5キーで最新の一覧をご覧ください。</translation>
    </message>
    <message>
        <source>This announcement shows no more. Write a new one instead.</source>
        <translation>このお知らせは掲載を終えています。新しいお知らせを作成してください。</translation>
    </message>
    <message>
        <source>Customers have read this already: only its end can be changed. Withdraw it and write a new one.</source>
        <translation>すでに掲載中のため、変更できるのは終了日時だけです。内容を直すときは取り下げて、新しく作成してください。</translation>
    </message>
    <message>
        <source>This does not show to this customer today. Press F5 to see what does.</source>
        <translation>このお客様には現在掲載されていません。F5キーで最新の一覧をご覧ください。</translation>
    </message>
    <message>
        <source>This kind of notice is not issued in batches.</source>
        <translation>この種類の書類は一括発行できません。</translation>
    </message>
    <message>
        <source>Protected customers, extinguished debts and what was sent already are always left out. Choose the others again.</source>
        <translation>支援措置等のお客様、時効により消滅した債権、発行済みの分は必ず除外されます。ほかの除外条件を選び直してください。</translation>
    </message>
    <message>
        <source>The first due date lies after the last one. Type both again.</source>
        <translation>納期限の開始日が終了日より後になっています。入力し直してください。</translation>
    </message>
    <message>
        <source>The minimum has to be an amount from 0 to 999,999,999 yen.</source>
        <translation>最低金額は0円から999,999,999円の間で入力してください。</translation>
    </message>
    <message>
        <source>The day of issue has to be today or one of the next 31 days.</source>
        <translation>発行日は本日から31日後までの日にしてください。</translation>
    </message>
    <message>
        <source>The limit has to lie after the day of issue, and within a year of it.</source>
        <translation>期限は発行日より後、1年以内の日にしてください。</translation>
    </message>
    <message>
        <source>Payments cannot be known up to a day that is still to come.</source>
        <translation>収納確認日に将来の日は指定できません。</translation>
    </message>
    <message>
        <source>Nobody is left to write to with these criteria. Look at what is left out, or choose others.</source>
        <translation>この条件では発行の対象がありません。除外の内訳を確認するか、条件を変えてください。</translation>
    </message>
    <message>
        <source>This office is not in the database. Choose another.</source>
        <translation>この窓口は登録されていません。別の窓口を選んでください。</translation>
    </message>
    <message>
        <source>No day on which the bureau is open follows. Look at the days it is closed.</source>
        <translation>この後に開庁日がありません。休業日の設定を確認してください。</translation>
    </message>
    <message>
        <source>What this batch was to hold cannot be read by this version of the program. Plan a new one.</source>
        <translation>このバッチの条件は、このバージョンのプログラムでは読めません。新しく計画してください。</translation>
    </message>
    <message>
        <source>There is no batch number {batch_id}. Look at the list.</source>
        <translation>バッチ番号{batch_id}はありません。一覧を確認してください。</translation>
    </message>
    <message>
        <source>Batch {batch_id} was started already.</source>
        <translation>バッチ{batch_id}はすでに開始されています。</translation>
    </message>
    <message>
        <source>Batch {batch_id} is done, or has not begun: it cannot be resumed.</source>
        <translation>バッチ{batch_id}は完了しているか、まだ開始されていないため、再開できません。</translation>
    </message>
    <message>
        <source>Batch {batch_id} is done: it cannot be stopped.</source>
        <translation>バッチ{batch_id}は完了しているため、中断できません。</translation>
    </message>
    <message>
        <source>Batch {batch_id} was stopped. Resume it to issue what still waits.</source>
        <translation>バッチ{batch_id}は中断されています。残りを発行するには再開してください。</translation>
    </message>
    <message>
        <source>Notices of batch {batch_id} still wait. Issue them, or stop the batch.</source>
        <translation>バッチ{batch_id}に未発行の分があります。発行するか、中断してください。</translation>
    </message>
    <message>
        <source>The folder {folder} is not there. Make it, or choose another.</source>
        <translation>フォルダー {folder} がありません。作成するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>You may not write into the folder {folder}. Choose another.</source>
        <translation>フォルダー {folder} に書き込む権限がありません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The disk with the folder {folder} is full. The batch was stopped and nothing is lost: make room or choose another folder, then resume it.</source>
        <translation>フォルダー {folder} のディスクの空きがありません。バッチは中断しましたが、失われたものはありません。空きを作るか別のフォルダーを選び、再開してください。</translation>
    </message>
    <message>
        <source>A file could not be written into {folder} ({why}). The batch was stopped and nothing is lost: choose another folder, then resume it.</source>
        <translation>{folder} にファイルを書き込めませんでした（{why}）。バッチは中断しましたが、失われたものはありません。別のフォルダーを選び、再開してください。</translation>
    </message>
    <message>
        <source>This is no cut-off warning that reached the customer.</source>
        <translation>お客様に届いた給水停止予告書ではありません。</translation>
    </message>
    <message>
        <source>The limit of this warning runs until {limit_on}. Decide after that day.</source>
        <translation>この予告書の期限は{limit_on}までです。その日を過ぎてから決裁してください。</translation>
    </message>
    <message>
        <source>The water that warning {number} names is paid. There is nothing to cut off.</source>
        <translation>予告書{number}の水道料金は納付済みです。停止の対象はありません。</translation>
    </message>
    <message>
        <source>The customer of warning {number} is protected. Their water is not cut off.</source>
        <translation>予告書{number}のお客様は支援措置等の対象です。給水は停止しません。</translation>
    </message>
    <message>
        <source>{name} planned this warning. Another supervisor has to decide on it.</source>
        <translation>この予告書は{name}が作成しました。別の責任者が決裁してください。</translation>
    </message>
    <message>
        <source>A cut-off needs a day after today on which the bureau is open.</source>
        <translation>停水執行日は、明日以降の開庁日にしてください。</translation>
    </message>
    <message>
        <source>Somebody decided on warning {number} already. Press F5 to see it.</source>
        <translation>予告書{number}はすでに決裁されています。F5で最新の状態を表示してください。</translation>
    </message>
    <message>
        <source>This limit leaves too little time to pay. Choose {earliest:%Y/%m/%d} or a later day.</source>
        <translation>期限までの日数が足りません。{earliest:%Y/%m/%d} 以降の日を選んでください。</translation>
    </message>
    <message>
        <source>This day has not come yet. Choose today or a day before.</source>
        <translation>まだ来ていない日です。今日以前の日を指定してください。</translation>
    </message>
    <message>
        <source>There is no setting {name} that could be changed here.</source>
        <translation>変更できる設定ではありません：{name}</translation>
    </message>
    <message>
        <source>Type six digits: the GS1 company code without the 4 before it.</source>
        <translation>数字6桁を入力してください（GS1事業者コードの先頭の4を除いたもの）。</translation>
    </message>
    <message>
        <source>Type T and 13 digits as registered; one of them does not fit the others.</source>
        <translation>Tと13桁の数字を入力してください。検査数字が合いません。</translation>
    </message>
    <message>
        <source>Type millimetres from {low} to {high}, in steps of 0.5.</source>
        <translation>{low}～{high} mm を0.5刻みで入力してください。</translation>
    </message>
    <message>
        <source>Type per cent from 0 to {high}, with two decimals at most.</source>
        <translation>0～{high}％を小数2桁までで入力してください。</translation>
    </message>
    <message>
        <source>Type a whole number from {low} to {high}.</source>
        <translation>{low}～{high}の整数を入力してください。</translation>
    </message>
    <message>
        <source>Type the phone number in digits and hyphens: 076-220-2111.</source>
        <translation>電話番号を数字とハイフンで入力してください（例：076-220-2111）。</translation>
    </message>
    <message>
        <source>Type the seven digits of the postal code.</source>
        <translation>郵便番号を7桁で入力してください。</translation>
    </message>
    <message>
        <source>Type a time of day such as 2:30, or nothing.</source>
        <translation>2:30 のように時刻を入力するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Type the hours like 7:00-26:00; at most 24 hours.</source>
        <translation>7:00-26:00 のように入力してください（24時間以内）。</translation>
    </message>
    <message>
        <source>Type the days like 2024-12-30, with spaces between them.</source>
        <translation>2024-12-30 のように、空白で区切って入力してください。</translation>
    </message>
    <message>
        <source>Choose a folder for backups first: a server&apos;s database has none by itself.</source>
        <translation>先にバックアップの保存先フォルダーを選んでください。サーバーのデータベースには既定の保存先がありません。</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Make it, or choose another one.</source>
        <translation>フォルダー {folder} がありません。作成するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>You have no right to write to {folder}. Ask for the right, or choose another folder.</source>
        <translation>{folder} に書き込む権限がありません。権限を依頼するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no room left in {folder}. Nothing half was kept; make room, or choose another folder.</source>
        <translation>{folder} に空き容量がありません。途中のファイルは残していません。空きを作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: {why}. Nothing was kept.</source>
        <translation>フォルダー {folder} に書き込めません：{why}。途中のファイルは残していません。</translation>
    </message>
    <message>
        <source>The database is damaged, so it was not backed up; earlier backups were kept. Stop working and have it looked at with mizumado-db check.</source>
        <translation>データベースが壊れているため、バックアップを作成しませんでした。以前のバックアップは残しています。作業を止め、mizumado-db check で確認してください。</translation>
    </message>
    <message>
        <source>The copy does not hold the rows that were there when it was begun. It was not kept; try again.</source>
        <translation>コピーの件数が開始時の件数と一致しないため、残しませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no {name} of the server&apos;s version on this computer. Have the package {package} installed.</source>
        <translation>サーバーの版に合う {name} がこの端末にありません。パッケージ {package} の導入を依頼してください。</translation>
    </message>
    <message>
        <source>{name} failed: {why}</source>
        <translation>{name} が失敗しました：{why}</translation>
    </message>
    <message>
        <source>Stopped; nothing was kept of it.</source>
        <translation>中止しました。途中のものは残していません。</translation>
    </message>
    <message>
        <source>The backup {file} is not there any more. Choose another one.</source>
        <translation>バックアップ {file} が見つかりません。別のものを選んでください。</translation>
    </message>
    <message>
        <source>There is no manifest {manifest} beside {file}. Put it back beside it.</source>
        <translation>{file} のとなりに目録 {manifest} がありません。同じ場所に戻してください。</translation>
    </message>
    <message>
        <source>{file} is no backup. Choose another file.</source>
        <translation>{file} はバックアップではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{file} was changed or cut short after it was made. It is of no use; choose another backup.</source>
        <translation>{file} は作成後に変更されたか、途中で切れています。使えませんので、別のバックアップを選んでください。</translation>
    </message>
    <message>
        <source>The database file is damaged: {file}. Do not go on working. The newest good backup is {backup}, made {made}; the administrator brings it back with: {command}</source>
        <translation>データベースのファイルが壊れています：{file}。作業を続けないでください。正常な最新のバックアップは {backup}（{made} 作成）です。管理者が次のコマンドで復元します：{command}</translation>
    </message>
    <message>
        <source>{file} was made by a newer Mizumado, {program}. Update the program first.</source>
        <translation>{file} は新しい版の水窓（{program}）で作成されています。先にプログラムを更新してください。</translation>
    </message>
    <message>
        <source>This account may not make databases on the server of {file}. Have it given the right (CREATEDB).</source>
        <translation>この接続では {file} のサーバーにデータベースを作れません。権限（CREATEDB）の付与を依頼してください。</translation>
    </message>
    <message>
        <source>{file} is a backup of a {kind} database and cannot be tried out here.</source>
        <translation>{file} は {kind} のバックアップのため、ここでは復元テストができません。</translation>
    </message>
    <message>
        <source>There is no file {file} any more. Choose the files again.</source>
        <translation>ファイル {file} がありません。選び直してください。</translation>
    </message>
    <message>
        <source>There is no file in {place}. Choose the host&apos;s files, or their folder.</source>
        <translation>{place} にファイルがありません。基幹システムのファイルか、そのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>A delivery has {most} files at most. Choose fewer.</source>
        <translation>一度に取り込めるファイルは{most}個までです。減らしてください。</translation>
    </message>
    <message>
        <source>Two files are called {file}. Leave one out.</source>
        <translation>{file} という名前のファイルが二つあります。一つを外してください。</translation>
    </message>
    <message>
        <source>{file} is empty. Have the billing host send it again.</source>
        <translation>{file} は空です。基幹システムから出力し直してください。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check the right to it, and the drive.</source>
        <translation>{file} を読み込めません。アクセス権とドライブを確認してください。</translation>
    </message>
    <message>
        <source>No layout is for files called {file}. Leave it out, or add a layout.</source>
        <translation>{file} という名前に合うレイアウトがありません。外すか、レイアウトを追加してください。</translation>
    </message>
    <message>
        <source>{file} does not begin as its name promises: its header record is another one&apos;s. Check whether it is the right file.</source>
        <translation>{file} のヘッダーレコードが、名前から予想されるものと違います。正しいファイルか確認してください。</translation>
    </message>
    <message>
        <source>{by} has been storing a delivery since {since}. Wait until it is done.</source>
        <translation>{by}が{since}からデータを取り込んでいます。終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>Somebody else changed the same records meanwhile. Nothing was stored; run it again.</source>
        <translation>その間に同じデータがほかで変更されました。何も取り込んでいません。もう一度実行してください。</translation>
    </message>
    <message>
        <source>Type how many lines may be refused as 0, 20 or 0.5%.</source>
        <translation>取込不可の許容行数は、0、20、0.5% のように入力してください。</translation>
    </message>
    <message>
        <source>No layout is for {kind}. Add one to the folder of layouts.</source>
        <translation>{kind} のレイアウトがありません。レイアウトのフォルダーに追加してください。</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>中止しました。ファイルは書き出していません。</translation>
    </message>
    <message>
        <source>{encoding} has no {characters}. Such characters: {count}; records with them: {records}, the first: {line} Write UTF-8, or list the characters in gaiji.toml.</source>
        <translation>{encoding} には文字 {characters} がありません（文字{count}種、該当レコード{records}件、最初のレコード：{line}）。UTF-8で出力するか、gaiji.toml に登録してください。</translation>
    </message>
    <message>
        <source>{value} has no room in the {width} bytes of {field}. Widen it in the layout.</source>
        <translation>{value} は {field} の{width}バイトに収まりません。レイアウトの幅を広げてください。</translation>
    </message>
    <message>
        <source>The layout {file} cannot be read: {why}.</source>
        <translation>レイアウト {file} を読み込めません（{why}）。</translation>
    </message>
    <message>
        <source>The layout {file} is wrong at {key}. It should be: {wanted}.</source>
        <translation>レイアウト {file} の {key} に誤りがあります。正しくは {wanted} です。</translation>
    </message>
    <message>
        <source>There is no folder of layouts {folder}.</source>
        <translation>レイアウトのフォルダー {folder} がありません。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>{title}: {value}</source>
        <translation>{title}：{value}</translation>
    </message>
    <message>
        <source>{field} before</source>
        <translation>変更前の{field}</translation>
    </message>
    <message>
        <source>{field} after</source>
        <translation>変更後の{field}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between particulars</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>検索語</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>お話しの方</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>確認方法</translation>
    </message>
    <message>
        <source>Asked or shown</source>
        <translation>確認したもの</translation>
    </message>
    <message>
        <source>Did not agree</source>
        <translation>一致しなかったもの</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>In writing</source>
        <translation>書面での照会</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>折り返し電話のため</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更項目</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>監督者</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>受付方法</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>書類番号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>部数</translation>
    </message>
    <message>
        <source>Number of notices</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定項目</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>対象日</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Day of the cut-off</source>
        <translation>停水執行日</translation>
    </message>
    <message>
        <source>In spite of</source>
        <translation>承知のうえで</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Follow-up day</source>
        <translation>折り返し日</translation>
    </message>
    <message>
        <source>Gone to</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Kinds of acts</source>
        <translation>操作の種類</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Data kept until</source>
        <translation>データ保存期限</translation>
    </message>
    <message>
        <source>Faults found</source>
        <translation>検出した異常</translation>
    </message>
    <message>
        <source>Digits of the seal</source>
        <translation>照合番号</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>取込番号</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>取込不可の行</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>in use only</source>
        <translation>使用中のみ</translation>
    </message>
    <message>
        <source>with unpaid bills</source>
        <translation>未納あり</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>入力あり</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>mail about readings</source>
        <translation>検針のお知らせメール</translation>
    </message>
    <message>
        <source>mail about bills</source>
        <translation>料金のお知らせメール</translation>
    </message>
    <message>
        <source>mail about overdue bills</source>
        <translation>納期限経過のお知らせメール</translation>
    </message>
    <message>
        <source>language of mail</source>
        <translation>メールの言語</translation>
    </message>
    <message>
        <source>login ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>secret question</source>
        <translation>秘密の質問</translation>
    </message>
    <message>
        <source>name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>name in Latin letters</source>
        <translation>氏名（ローマ字）</translation>
    </message>
    <message>
        <source>role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>office</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>first one</source>
        <translation>初期パスワード</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>一時パスワード</translation>
    </message>
    <message>
        <source>chosen by its owner</source>
        <translation>本人設定</translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>by mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>郵送</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>手渡し</translation>
    </message>
    <message>
        <source>from the search</source>
        <translation>検索から</translation>
    </message>
    <message>
        <source>by a whole number</source>
        <translation>番号の完全一致</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>再表示</translation>
    </message>
    <message>
        <source>parked before</source>
        <translation>保留から</translation>
    </message>
    <message>
        <source>to follow up</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>to decide a registration</source>
        <translation>会員登録の審査</translation>
    </message>
    <message>
        <source>unknown ID</source>
        <translation>未登録のID</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>パスワード誤り</translation>
    </message>
    <message>
        <source>ID locked</source>
        <translation>IDロック中</translation>
    </message>
    <message>
        <source>outside staff hours</source>
        <translation>利用時間外</translation>
    </message>
    <message>
        <source>password expired</source>
        <translation>パスワード期限切れ</translation>
    </message>
    <message>
        <source>All that was looked at</source>
        <translation>閲覧・出力（まとめて）</translation>
    </message>
    <message>
        <source>All of contacts</source>
        <translation>応対（まとめて）</translation>
    </message>
    <message>
        <source>All of memberships</source>
        <translation>会員手続き（まとめて）</translation>
    </message>
    <message>
        <source>All of protection and holds</source>
        <translation>支援措置等・処理保留（まとめて）</translation>
    </message>
    <message>
        <source>All of documents</source>
        <translation>書類に関するもの</translation>
    </message>
    <message>
        <source>All of data and backups</source>
        <translation>データ・バックアップすべて</translation>
    </message>
    <message>
        <source>All of signing in and accounts</source>
        <translation>ログイン・アカウント（まとめて）</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>ログイン失敗</translation>
    </message>
    <message>
        <source>Sign-in locked</source>
        <translation>ログイン停止（ロック）</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Staff password set</source>
        <translation>職員パスワード設定</translation>
    </message>
    <message>
        <source>Staff account made</source>
        <translation>職員アカウント作成</translation>
    </message>
    <message>
        <source>Staff account unlocked</source>
        <translation>職員アカウントのロック解除</translation>
    </message>
    <message>
        <source>Staff account changed</source>
        <translation>職員アカウント変更</translation>
    </message>
    <message>
        <source>Staff account disabled</source>
        <translation>職員アカウント停止</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>画面ロック</translation>
    </message>
    <message>
        <source>Screen unlocked</source>
        <translation>画面ロック解除</translation>
    </message>
    <message>
        <source>Audit log read</source>
        <translation>操作・閲覧記録の閲覧</translation>
    </message>
    <message>
        <source>Audit log verified</source>
        <translation>操作・閲覧記録の検証</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Customer opened</source>
        <translation>お客様情報の閲覧</translation>
    </message>
    <message>
        <source>Bills viewed</source>
        <translation>料金明細の閲覧</translation>
    </message>
    <message>
        <source>Membership viewed</source>
        <translation>会員登録情報の閲覧</translation>
    </message>
    <message>
        <source>Contact details shown unmasked</source>
        <translation>連絡先の全表示</translation>
    </message>
    <message>
        <source>Login ID shown</source>
        <translation>ログインIDの表示</translation>
    </message>
    <message>
        <source>Copied or saved as a file</source>
        <translation>コピー・ファイル出力</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Contact started</source>
        <translation>応対開始</translation>
    </message>
    <message>
        <source>Contact parked</source>
        <translation>応対保留</translation>
    </message>
    <message>
        <source>Contact resumed</source>
        <translation>応対再開</translation>
    </message>
    <message>
        <source>Contact finished</source>
        <translation>応対終了</translation>
    </message>
    <message>
        <source>Opened by mistake</source>
        <translation>誤検索</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>折り返し済</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>他部署へ引継ぎ</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Identity vouched for by a supervisor</source>
        <translation>本人確認（監督者承認）</translation>
    </message>
    <message>
        <source>Secret answer tried</source>
        <translation>秘密の質問の照合</translation>
    </message>
    <message>
        <source>Member registered</source>
        <translation>会員登録</translation>
    </message>
    <message>
        <source>Registration accepted</source>
        <translation>会員登録の承認</translation>
    </message>
    <message>
        <source>Registration refused</source>
        <translation>会員登録の却下</translation>
    </message>
    <message>
        <source>Membership changed</source>
        <translation>会員登録情報の変更</translation>
    </message>
    <message>
        <source>Member&apos;s password reset</source>
        <translation>会員パスワードの再設定</translation>
    </message>
    <message>
        <source>Member&apos;s password set by the customer</source>
        <translation>会員パスワードの設定（お客様入力）</translation>
    </message>
    <message>
        <source>Login information letter issued</source>
        <translation>ログイン情報通知書の発行</translation>
    </message>
    <message>
        <source>Location added</source>
        <translation>使用場所の追加</translation>
    </message>
    <message>
        <source>Location removed</source>
        <translation>使用場所の解除</translation>
    </message>
    <message>
        <source>Membership withdrawn</source>
        <translation>退会</translation>
    </message>
    <message>
        <source>Membership unlocked</source>
        <translation>会員のロック解除</translation>
    </message>
    <message>
        <source>Membership suspended</source>
        <translation>会員の利用停止</translation>
    </message>
    <message>
        <source>Membership resumed</source>
        <translation>会員の利用再開</translation>
    </message>
    <message>
        <source>Protection begun</source>
        <translation>支援措置等の開始</translation>
    </message>
    <message>
        <source>Protection reviewed</source>
        <translation>支援措置等の見直し</translation>
    </message>
    <message>
        <source>Protection ended</source>
        <translation>支援措置等の終了</translation>
    </message>
    <message>
        <source>Hold set</source>
        <translation>処理保留の設定</translation>
    </message>
    <message>
        <source>Hold ended</source>
        <translation>処理保留の解除</translation>
    </message>
    <message>
        <source>Document viewed</source>
        <translation>書類の閲覧</translation>
    </message>
    <message>
        <source>Document issued</source>
        <translation>書類の発行</translation>
    </message>
    <message>
        <source>Document posted</source>
        <translation>書類の郵送</translation>
    </message>
    <message>
        <source>Document came back</source>
        <translation>書類の返戻</translation>
    </message>
    <message>
        <source>Printing failed</source>
        <translation>印刷失敗</translation>
    </message>
    <message>
        <source>Batch planned</source>
        <translation>一括発行の準備</translation>
    </message>
    <message>
        <source>Batch started</source>
        <translation>一括発行の開始</translation>
    </message>
    <message>
        <source>Batch stopped</source>
        <translation>一括発行の中断</translation>
    </message>
    <message>
        <source>Batch finished</source>
        <translation>一括発行の完了</translation>
    </message>
    <message>
        <source>Cut-off decided</source>
        <translation>給水停止の決裁</translation>
    </message>
    <message>
        <source>Announcement written</source>
        <translation>お知らせの作成</translation>
    </message>
    <message>
        <source>Announcement changed</source>
        <translation>お知らせの変更</translation>
    </message>
    <message>
        <source>Announcement withdrawn</source>
        <translation>お知らせの取下げ</translation>
    </message>
    <message>
        <source>Customer told an announcement</source>
        <translation>お知らせの口頭案内</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>バックアップの作成</translation>
    </message>
    <message>
        <source>Backup tried out</source>
        <translation>バックアップの復元テスト</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>バックアップからの復元</translation>
    </message>
    <message>
        <source>Delivery stored</source>
        <translation>データ取込</translation>
    </message>
    <message>
        <source>Delivery refused</source>
        <translation>データ取込の差止め</translation>
    </message>
    <message>
        <source>Delivery cancelled</source>
        <translation>データ取込の中止</translation>
    </message>
    <message>
        <source>Delivery came again</source>
        <translation>取込済みデータの再受領</translation>
    </message>
    <message>
        <source>Host files written</source>
        <translation>データ出力</translation>
    </message>
</context>
<context>
    <name>ExclusionsField</name>
    <message>
        <source>Leave out</source>
        <translation>除外するもの</translation>
    </message>
    <message>
        <source>Only a notice that asks for money is kept back by this.</source>
        <translation>請求を伴う通知書だけが対象です。</translation>
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
    <name>Export</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>ExportPart</name>
    <message>
        <source>What is written</source>
        <translation>書き出す内容</translation>
    </message>
    <message>
        <source>The host&apos;s files</source>
        <translation>ホスト形式</translation>
    </message>
    <message>
        <source>Changes of members</source>
        <translation>会員異動</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>As the layout says</source>
        <translation>レイアウトのとおり</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>書き出したファイル</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>What is stored, by the host&apos;s own layouts: importing it gives it back.</source>
        <translation>登録内容を料金ホストと同じ形式で書き出します。取り込むと元どおりになります。</translation>
    </message>
    <message>
        <source>Registered, withdrawn, added and removed since the last such file.</source>
        <translation>前回の書出し以降の会員登録・退会・場所の追加・削除です。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>%n件のファイルを書き出しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>The billing host&apos;s files</source>
        <translation>料金ホストのファイル</translation>
    </message>
    <message>
        <source>Folder of the billing host&apos;s files</source>
        <translation>料金ホストのファイルのフォルダー</translation>
    </message>
    <message>
        <source>Drop the billing host&apos;s files or their folder here</source>
        <translation>料金ホストのファイルまたはフォルダーをここにドロップしてください</translation>
    </message>
    <message>
        <source>Files are looked at first; nothing is stored before F12.</source>
        <translation>まず内容を確認します。F12 を押すまで取り込みません。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
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
        <source>Members only</source>
        <translation>会員のみ</translation>
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
    <name>FinishCheck</name>
    <message>
        <source>Finish this contact?</source>
        <translation>この応対を終了しますか</translation>
    </message>
    <message>
        <source>Finish  Enter</source>
        <translation>応対を終了  Enter</translation>
    </message>
    <message>
        <source>Back to the notes  Esc</source>
        <translation>記入に戻る  Esc</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose the folder that the files go to.</source>
        <translation>ファイルの出力先フォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>ファイルの保存先</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>出力先フォルダー</translation>
    </message>
    <message>
        <source>the files go there</source>
        <translation>ファイルの保存先</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>参照…</translation>
    </message>
</context>
<context>
    <name>FollowUpEntry</name>
    <message>
        <source>Needs a follow-up</source>
        <translation>折り返し連絡が必要</translation>
    </message>
    <message>
        <source>Day of the follow-up</source>
        <translation>折り返しの期日</translation>
    </message>
    <message>
        <source>Who follows up</source>
        <translation>折り返しの担当</translation>
    </message>
    <message>
        <source>A day from today on, such as 9/30</source>
        <translation>本日以降の日付（例：9/30）</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>折り返し %n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens the customer</source>
        <translation>Enter でお客様を開く</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Done  Ctrl+Enter</source>
        <translation>完了  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Follow-ups that are due</source>
        <translation>期日の来た折り返し</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>折り返しを完了にしました</translation>
    </message>
    <message>
        <source>To do by</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>（お客様なし）</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Contact by</source>
        <translation>応対者</translation>
    </message>
</context>
<context>
    <name>FoundFiles</name>
    <message>
        <source>What was recognised</source>
        <translation>認識した内容</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be stored</source>
        <translation>
            <numerusform>取り込めないファイルが%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose others</source>
        <translation>選び直す</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>検査のみ</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Files of this delivery</source>
        <translation>この取込のファイル</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>Everything is needed except what says “optional”</source>
        <translation>「任意」と書いた項目のほかは必須です</translation>
    </message>
    <message>
        <source>Identity check</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Check of the contents</source>
        <translation>内容確認</translation>
    </message>
    <message>
        <source>Done, control copy</source>
        <translation>完了・控え印刷</translation>
    </message>
</context>
<context>
    <name>GeneralContact</name>
    <message>
        <source>Contact without a customer</source>
        <translation>お客様を開かない応対</translation>
    </message>
    <message>
        <source>Begun by mistake</source>
        <translation>誤って始めた</translation>
    </message>
    <message>
        <source>Record and finish  F12</source>
        <translation>記録して応対を終了  F12</translation>
    </message>
    <message>
        <source>The notes are kept here and saved as soon as that is mended.</source>
        <translation>メモはこの画面に残っており、復旧しだい保存します。</translation>
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
    <name>HoldForm</name>
    <message>
        <source>Why</source>
        <translation>保留の事由</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>保留する対象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Set a hold</source>
        <translation>保留事由の登録</translation>
    </message>
    <message>
        <source>Type the first day of the hold</source>
        <translation>保留の開始日を入力してください</translation>
    </message>
    <message>
        <source>Type the reason, for whoever reads it later</source>
        <translation>理由を入力してください（後で読む職員のため）</translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation>解除するまで</translation>
    </message>
    <message>
        <source>The hold is set; batches and reissues obey it</source>
        <translation>保留を登録しました。一括発行と再発行に反映されます</translation>
    </message>
    <message>
        <source>Everything this customer owes</source>
        <translation>このお客様のすべての債権</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>Why</source>
        <translation>保留の事由</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>登録者</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>One debt</source>
        <translation>債権1件</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>解除済</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>期間外</translation>
    </message>
</context>
<context>
    <name>HoldsRoom</name>
    <message>
        <source>Fetching the holds…</source>
        <translation>保留事由を読み込んでいます…</translation>
    </message>
    <message>
        <source>Holds and protection</source>
        <translation>保留事由・支援措置</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保留事由</translation>
    </message>
    <message>
        <source>Set a hold…</source>
        <translation>保留を登録…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Nothing is held back</source>
        <translation>保留しているものはありません</translation>
    </message>
    <message>
        <source>A dispute, instalments, a reported payment or returned mail belong here.</source>
        <translation>不服・分納・納付済の申出・郵便返戻などを登録します。</translation>
    </message>
    <message>
        <source>Holds cannot be shown</source>
        <translation>保留事由を表示できません</translation>
    </message>
    <message>
        <source>End this hold</source>
        <translation>この保留を解除</translation>
    </message>
    <message>
        <source>End it? Once more does it</source>
        <translation>解除しますか（もう一度押すと解除）</translation>
    </message>
</context>
<context>
    <name>HostFiles</name>
    <message>
        <source>Customers</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Places of use</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>メーター</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>契約</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>検針</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>調定（請求）</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>収納</translation>
    </message>
    <message>
        <source>Debit results</source>
        <translation>口座振替結果</translation>
    </message>
    <message>
        <source>Overpayments</source>
        <translation>過誤納</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>取込済</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>取込不可</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Came before</source>
        <translation>取込済の再送</translation>
    </message>
    <message>
        <source>Empty: have the host send it again</source>
        <translation>空のファイル：再送を依頼してください</translation>
    </message>
    <message>
        <source>No layout for this name: leave it out</source>
        <translation>この名前のレイアウトがありません：外してください</translation>
    </message>
    <message>
        <source>Its header is another file&apos;s: check it</source>
        <translation>ヘッダーが別の種類です：ファイルを確認してください</translation>
    </message>
    <message>
        <source>Cannot be read: check the right to it</source>
        <translation>読めません：権限を確認してください</translation>
    </message>
    <message>
        <source>{value} fields instead of {expected}</source>
        <translation>項目数が{value}（正しくは{expected}）</translation>
    </message>
    <message>
        <source>no record begins with this mark</source>
        <translation>レコード区分が不明です</translation>
    </message>
    <message>
        <source>a quotation mark without an end</source>
        <translation>引用符が閉じていません</translation>
    </message>
    <message>
        <source>{value} bytes long instead of {expected}</source>
        <translation>長さが{value}バイト（正しくは{expected}）</translation>
    </message>
    <message>
        <source>bytes that are no text, at byte {expected}</source>
        <translation>{expected}バイト目が文字として読めません</translation>
    </message>
    <message>
        <source>gaiji.toml does not list the character {expected}</source>
        <translation>外字 {expected} が gaiji.toml にありません</translation>
    </message>
    <message>
        <source>a character that cannot be seen: {expected}</source>
        <translation>見えない文字があります：{expected}</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>値がありません</translation>
    </message>
    <message>
        <source>longer than {expected} characters</source>
        <translation>{expected}文字を超えています</translation>
    </message>
    <message>
        <source>shorter than {expected} characters</source>
        <translation>{expected}文字に足りません</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>数値ではありません</translation>
    </message>
    <message>
        <source>out of range: {expected}</source>
        <translation>範囲外です：{expected}</translation>
    </message>
    <message>
        <source>no day written {expected}</source>
        <translation>日付の形式（{expected}）ではありません</translation>
    </message>
    <message>
        <source>lies ahead</source>
        <translation>未来の日付です</translation>
    </message>
    <message>
        <source>none of the codes {expected}</source>
        <translation>コード（{expected}）にありません</translation>
    </message>
    <message>
        <source>no address that mail can be sent to</source>
        <translation>メールアドレスとして使えません</translation>
    </message>
    <message>
        <source>came before, in {expected}</source>
        <translation>重複しています：{expected}</translation>
    </message>
    <message>
        <source>refers to nothing that is known</source>
        <translation>参照先が登録されていません</translation>
    </message>
    <message>
        <source>refers to a line that was refused</source>
        <translation>参照先の行が取込不可です</translation>
    </message>
    <message>
        <source>before {expected}</source>
        <translation>{expected} より前です</translation>
    </message>
    <message>
        <source>what was before ended on {expected}</source>
        <translation>前の期間の終わり（{expected}）と重なります</translation>
    </message>
    <message>
        <source>hangs at another place</source>
        <translation>別の場所のメーターです</translation>
    </message>
    <message>
        <source>no such meter or contract was there then</source>
        <translation>その日にはメーターまたは契約がありません</translation>
    </message>
    <message>
        <source>the bill had {expected} before</source>
        <translation>以前の請求には {expected} がありました</translation>
    </message>
    <message>
        <source>empty, but confirmed on {expected} before</source>
        <translation>空欄ですが、{expected} に確報済みです</translation>
    </message>
    <message>
        <source>the meter&apos;s values give {expected}</source>
        <translation>指針から計算すると {expected} です</translation>
    </message>
    <message>
        <source>the parts add up to {expected}</source>
        <translation>内訳の合計は {expected} です</translation>
    </message>
    <message>
        <source>the tariff gives {expected} of tax</source>
        <translation>料金表による消費税は {expected} です</translation>
    </message>
    <message>
        <source>the tariff gives {expected}</source>
        <translation>料金表による金額は {expected} です</translation>
    </message>
    <message>
        <source>no tariff file describes it</source>
        <translation>料金表ファイルがありません</translation>
    </message>
    <message>
        <source>more than there is: {expected}</source>
        <translation>残り {expected} を超えています</translation>
    </message>
    <message>
        <source>no trailer record: the file was cut off</source>
        <translation>トレーラーがありません：途中で切れています</translation>
    </message>
    <message>
        <source>records follow the trailer in line {value}</source>
        <translation>{value}行目のトレーラーの後に行があります</translation>
    </message>
    <message>
        <source>the trailer counts {value} records, not {expected}</source>
        <translation>トレーラーの件数 {value} が実際の {expected} と合いません</translation>
    </message>
    <message>
        <source>the trailer says {value} yen, not {expected}</source>
        <translation>トレーラーの金額 {value} が実際の {expected} と合いません</translation>
    </message>
    <message>
        <source>the trailer says {value} m³, not {expected}</source>
        <translation>トレーラーの水量 {value} が実際の {expected} と合いません</translation>
    </message>
    <message>
        <source>too many were refused: reading stopped there</source>
        <translation>取込不可の行が多すぎるため、そこで読み込みを止めました</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Portal open at all hours</source>
        <translation>ポータル 終日利用可</translation>
    </message>
    <message>
        <source>Portal open until {time}</source>
        <translation>ポータル {time}まで</translation>
    </message>
    <message>
        <source>Portal closed until {time}</source>
        <translation>ポータル停止中（{time}から）</translation>
    </message>
    <message>
        <source>The portal is closed until {opens}: customers cannot reach it now. {why}</source>
        <translation>ポータルサイトは停止中です（{opens}まで）。お客様は現在ご利用になれません。{why}</translation>
    </message>
    <message>
        <source>The portal will be closed from {closes} to {opens}. {why}</source>
        <translation>ポータルサイトは{closes}から{opens}まで停止します。{why}</translation>
    </message>
    <message>
        <source>Read the announcement</source>
        <translation>お知らせを見る</translation>
    </message>
    <message>
        <source>{time} today</source>
        <translation>本日{time}</translation>
    </message>
    <message>
        <source>{time} on {day}</source>
        <translation>{day}{time}</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Checked {time}</source>
        <translation>本人確認済 {time}</translation>
    </message>
    <message>
        <source>Not confirmed {time}</source>
        <translation>確認できず {time}</translation>
    </message>
    <message>
        <source>May be told: {what}</source>
        <translation>案内できる：{what}</translation>
    </message>
    <message>
        <source>Not to be told: {what}</source>
        <translation>案内できない：{what}</translation>
    </message>
    <message>
        <source>Ask for name and place, and for one of the others.</source>
        <translation>氏名・使用場所と、ほかの1項目を尋ねます。</translation>
    </message>
    <message>
        <source>Ask for name and place, then call back.</source>
        <translation>氏名・使用場所を尋ね、会社へ折り返し電話します。</translation>
    </message>
    <message>
        <source>One document of their own, and the paper that entitles them.</source>
        <translation>ご本人の書類1点と、権限を示す書類を見せてもらいます。</translation>
    </message>
    <message>
        <source>One document with a photo. Note its kind, never its number.</source>
        <translation>写真付きの書類1点。番号は控えません。</translation>
    </message>
    <message>
        <source>Landlords, police, lawyers ask in writing. A supervisor answers them.</source>
        <translation>家主・警察・弁護士などの照会は文書で受け、監督者が回答します。</translation>
    </message>
    <message>
        <source>In office work nobody speaks: nothing to check.</source>
        <translation>事務では相手がいないため、確認はありません。</translation>
    </message>
    <message>
        <source>This customer is protected: nobody may speak for them.</source>
        <translation>支援措置等の対象です。代理の方には応じられません。</translation>
    </message>
    <message>
        <source>This customer is protected: nothing is told on the phone.</source>
        <translation>支援措置等の対象です。電話ではお答えできません。</translation>
    </message>
    <message>
        <source>Their papers must be seen: ask them to the counter, or to write.</source>
        <translation>権限を示す書類の確認が必要です。来庁または郵送をお願いします。</translation>
    </message>
    <message>
        <source>Still wanting: {what}</source>
        <translation>まだ足りないもの：{what}</translation>
    </message>
    <message>
        <source>one of the other questions</source>
        <translation>ほかの質問から1つ</translation>
    </message>
    <message>
        <source>one document with a photo (or both without)</source>
        <translation>写真付きの書類1点（または写真のない書類2点）</translation>
    </message>
    <message>
        <source>one document with a photo</source>
        <translation>写真付きの書類1点</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}&#x3000;{name}</translation>
    </message>
</context>
<context>
    <name>IdentityForm</name>
    <message>
        <source>Identity check</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>お話しの方</translation>
    </message>
    <message>
        <source>Check  Enter</source>
        <translation>確認  Enter</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>監督者</translation>
    </message>
    <message>
        <source>Leave it to a supervisor</source>
        <translation>監督者に引き継ぐ</translation>
    </message>
</context>
<context>
    <name>IdentityPart</name>
    <message>
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Check identity  F4</source>
        <translation>本人確認  F4</translation>
    </message>
    <message>
        <source>This is not what is on file. Ask for something else, call back, or let a supervisor decide.</source>
        <translation>登録の内容と一致しません。ほかの項目を尋ねるか、折り返し電話、または監督者の判断を求めてください。</translation>
    </message>
    <message>
        <source>A third party asks about this customer: to be answered in writing.</source>
        <translation>第三者からの照会。文書で回答する。</translation>
    </message>
    <message>
        <source>Left to a supervisor, as a follow-up for today</source>
        <translation>監督者に引き継ぎました（本日の折り返し）</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size (kB)</source>
        <translation>サイズ (kB)</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>取込不可</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>m³</source>
        <translation>水量（m³）</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>By</source>
        <translation>担当</translation>
    </message>
</context>
<context>
    <name>ImportPart</name>
    <message>
        <source>Fetching the deliveries…</source>
        <translation>取込の履歴を読み込んでいます…</translation>
    </message>
    <message>
        <source>Earlier deliveries</source>
        <translation>取込の履歴</translation>
    </message>
    <message>
        <source>Nothing has been delivered yet</source>
        <translation>まだ取込はありません</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Delivery: {state}</source>
        <translation>取込：{state}</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>Line, field or reason  Ctrl+F</source>
        <translation>行・項目・理由  Ctrl+F</translation>
    </message>
    <message>
        <source>Filter the refused lines</source>
        <translation>取込不可の行を絞り込む</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSVで保存</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Another delivery</source>
        <translation>別の取込</translation>
    </message>
    <message>
        <source>Lines read: {lines}   New: {new}   Changed: {changed}</source>
        <translation>読込行数：{lines}&#x3000;&#x3000;新規：{new}&#x3000;&#x3000;変更：{changed}</translation>
    </message>
    <message numerus="yes">
        <source>%n refused line(s)</source>
        <translation>
            <numerusform>取込不可 %n行</numerusform>
        </translation>
    </message>
    <message>
        <source>Stored at {at}.</source>
        <translation>{at} に取り込みました。</translation>
    </message>
    <message>
        <source>All is well: nothing was stored yet.</source>
        <translation>誤りはありません。まだ取り込んでいません。</translation>
    </message>
    <message>
        <source>Refused: nothing was stored. A whole file is wrong: have the host send it again.</source>
        <translation>取り込みませんでした。ファイル全体に誤りがあります。料金ホストから送り直してもらってください。</translation>
    </message>
    <message>
        <source>Refused: nothing was stored. At most {most} lines may be refused.</source>
        <translation>取り込みませんでした。取込不可の許容は {most} 行までです。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was stored.</source>
        <translation>中止しました。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>These files were stored before, at {at}. Nothing was changed.</source>
        <translation>このファイルは {at} に取込済みです。何も変更していません。</translation>
    </message>
    <message>
        <source>Report of a delivery</source>
        <translation>データ取込結果報告書</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} を保存しました</translation>
    </message>
    <message>
        <source>Files of this delivery</source>
        <translation>この取込のファイル</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>取込不可の行</translation>
    </message>
</context>
<context>
    <name>InputPage</name>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>下書き保存 {time}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>内容確認へ</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message>
        <source>Issue a document</source>
        <translation>書類の発行</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>一覧に戻る (Esc)</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>使用目的</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>It is about the location shown.</source>
        <translation>表示中の使用場所についての書類です。</translation>
    </message>
    <message>
        <source>Space ticks a bill. One slip stands for all that are ticked.</source>
        <translation>スペースキーで請求を選びます。選んだ請求を1枚の納付書にまとめます。</translation>
    </message>
    <message>
        <source>It shows two years of the location shown.</source>
        <translation>表示中の使用場所の2年分です。</translation>
    </message>
    <message>
        <source>Type a day after the first</source>
        <translation>開始日より後の日を入力してください</translation>
    </message>
</context>
<context>
    <name>KanaField</name>
    <message>
        <source>auto</source>
        <comment>furigana taken from the input method</comment>
        <translation>自動</translation>
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
    <message>
        <source>In tables</source>
        <translation>表の中で</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どの画面でも</translation>
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
        <translation>電話</translation>
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
        <source>Visit</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>郵送</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事務</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>応対中</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>応対終了</translation>
    </message>
    <message>
        <source>Wrong opening</source>
        <translation>誤検索</translation>
    </message>
    <message>
        <source>Bills and payment</source>
        <translation>請求・納付について</translation>
    </message>
    <message>
        <source>Usage and meter</source>
        <translation>使用量・メーターについて</translation>
    </message>
    <message>
        <source>About the membership</source>
        <translation>ポータル会員について</translation>
    </message>
    <message>
        <source>Moving, change of name</source>
        <translation>転入・転出・名義変更</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>断水・濁り・漏水</translation>
    </message>
    <message>
        <source>Other matters</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>監督者</translation>
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
        <source>Co-resident</source>
        <translation>同居人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>成年後見人等</translation>
    </message>
    <message>
        <source>Heir</source>
        <translation>相続人</translation>
    </message>
    <message>
        <source>Employee of the company</source>
        <translation>会社の従業員</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>第三者</translation>
    </message>
    <message>
        <source>Document seen</source>
        <translation>書類の提示</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>質問による確認</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>折り返し電話</translation>
    </message>
    <message>
        <source>Supervisor&apos;s decision</source>
        <translation>監督者の判断</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Member data</source>
        <translation>会員情報</translation>
    </message>
    <message>
        <source>Meter and usage</source>
        <translation>メーター・使用水量</translation>
    </message>
    <message>
        <source>Support measure</source>
        <translation>支援措置</translation>
    </message>
    <message>
        <source>Protection order of a court</source>
        <translation>保護命令</translation>
    </message>
    <message>
        <source>Request of the police</source>
        <translation>警察の依頼</translation>
    </message>
    <message>
        <source>Request of the customer</source>
        <translation>本人の申出</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>係争</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>分納</translation>
    </message>
    <message>
        <source>Reported payment</source>
        <translation>納付の申出</translation>
    </message>
    <message>
        <source>Returned mail</source>
        <translation>返戻</translation>
    </message>
    <message>
        <source>Question about a bill</source>
        <translation>請求内容の問合せ</translation>
    </message>
    <message>
        <source>Payment slip again</source>
        <translation>納付書の再発行</translation>
    </message>
    <message>
        <source>Says it is paid</source>
        <translation>納付済みの申出</translation>
    </message>
    <message>
        <source>Asks for instalments</source>
        <translation>分納の相談</translation>
    </message>
    <message>
        <source>About direct debit</source>
        <translation>口座振替について</translation>
    </message>
    <message>
        <source>Question about usage</source>
        <translation>使用量の問合せ</translation>
    </message>
    <message>
        <source>Leak suspected indoors</source>
        <translation>宅内漏水の疑い</translation>
    </message>
    <message>
        <source>Meter, meter reading</source>
        <translation>メーター・検針について</translation>
    </message>
    <message>
        <source>Register as a member</source>
        <translation>会員登録</translation>
    </message>
    <message>
        <source>Change what is registered</source>
        <translation>登録内容の変更</translation>
    </message>
    <message>
        <source>Forgotten ID or password</source>
        <translation>ID・パスワードを忘れた</translation>
    </message>
    <message>
        <source>Add or remove a location</source>
        <translation>場所の追加・削除</translation>
    </message>
    <message>
        <source>Withdraw from the portal</source>
        <translation>ポータルの退会</translation>
    </message>
    <message>
        <source>Moving in</source>
        <translation>転入・使用開始</translation>
    </message>
    <message>
        <source>Moving out</source>
        <translation>転出・使用中止</translation>
    </message>
    <message>
        <source>Change of name</source>
        <translation>名義変更</translation>
    </message>
    <message>
        <source>No water</source>
        <translation>断水</translation>
    </message>
    <message>
        <source>Muddy water</source>
        <translation>濁り水</translation>
    </message>
    <message>
        <source>Leak on a road</source>
        <translation>道路の漏水</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>間違い電話</translation>
    </message>
    <message>
        <source>Complaint, opinion</source>
        <translation>苦情・ご意見</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>その他の用件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Place of use</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>お客様番号</translation>
    </message>
    <message>
        <source>Bank of the direct debit</source>
        <translation>口座振替の金融機関</translation>
    </message>
    <message>
        <source>Amount of the last bill</source>
        <translation>直近の請求金額</translation>
    </message>
    <message>
        <source>Called back on file</source>
        <translation>登録の電話番号へ折り返し</translation>
    </message>
    <message>
        <source>Secret answer</source>
        <translation>秘密の質問の答え</translation>
    </message>
    <message>
        <source>My Number card</source>
        <translation>マイナンバーカード</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>運転免許証</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>パスポート</translation>
    </message>
    <message>
        <source>Residence card</source>
        <translation>在留カード</translation>
    </message>
    <message>
        <source>Disability certificate</source>
        <translation>障害者手帳</translation>
    </message>
    <message>
        <source>Health insurance card</source>
        <translation>資格確認書等</translation>
    </message>
    <message>
        <source>Employee card</source>
        <translation>社員証</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>委任状</translation>
    </message>
    <message>
        <source>Certificate of guardianship</source>
        <translation>登記事項証明書</translation>
    </message>
    <message>
        <source>Family register</source>
        <translation>戸籍</translation>
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
    <message>
        <source>Member pending</source>
        <translation>会員登録 承認待ち</translation>
    </message>
    <message>
        <source>Portal member</source>
        <translation>ポータル会員</translation>
    </message>
    <message>
        <source>Member suspended</source>
        <translation>会員 利用停止中</translation>
    </message>
    <message>
        <source>Member withdrawn</source>
        <translation>退会済</translation>
    </message>
    <message>
        <source>Member refused</source>
        <translation>登録不可</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>ポータルで</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>窓口で</translation>
    </message>
    <message>
        <source>Name of the first pet</source>
        <translation>初めて飼ったペットの名前</translation>
    </message>
    <message>
        <source>Where the mother was born</source>
        <translation>母の出身地</translation>
    </message>
    <message>
        <source>Name of the first school</source>
        <translation>最初に通った学校の名前</translation>
    </message>
    <message>
        <source>Favourite food</source>
        <translation>好きな食べ物</translation>
    </message>
    <message>
        <source>Name of a childhood friend</source>
        <translation>幼なじみの名前</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Moves away</source>
        <translation>転居のため</translation>
    </message>
    <message>
        <source>Does not use the portal</source>
        <translation>利用しないため</translation>
    </message>
    <message>
        <source>Worried about security</source>
        <translation>安全面が心配なため</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>その他の理由</translation>
    </message>
    <message>
        <source>Not the user of the contract</source>
        <translation>契約の使用者ではない</translation>
    </message>
    <message>
        <source>Name and number do not fit</source>
        <translation>氏名と番号が一致しない</translation>
    </message>
    <message>
        <source>No longer uses the location</source>
        <translation>使用を終えた場所</translation>
    </message>
    <message>
        <source>Is a member already</source>
        <translation>すでに会員</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>連絡がとれない</translation>
    </message>
    <message>
        <source>Request of the member</source>
        <translation>会員本人の申出</translation>
    </message>
    <message>
        <source>Misuse suspected</source>
        <translation>不正利用の疑い</translation>
    </message>
    <message>
        <source>Protection of the customer</source>
        <translation>支援措置等のため</translation>
    </message>
    <message>
        <source>Notice of registration</source>
        <translation>登録完了のお知らせ</translation>
    </message>
    <message>
        <source>Notice of refusal</source>
        <translation>登録できない旨のお知らせ</translation>
    </message>
    <message>
        <source>Notice of a new e-mail, to the old</source>
        <translation>メールアドレス変更（旧アドレスあて）</translation>
    </message>
    <message>
        <source>Notice of a new e-mail, to the new</source>
        <translation>メールアドレス変更（新アドレスあて）</translation>
    </message>
    <message>
        <source>Notice of a change</source>
        <translation>登録内容変更のお知らせ</translation>
    </message>
    <message>
        <source>Notice of a location added</source>
        <translation>場所追加のお知らせ</translation>
    </message>
    <message>
        <source>Notice of a location removed</source>
        <translation>場所削除のお知らせ</translation>
    </message>
    <message>
        <source>One-time password by mail</source>
        <translation>一時パスワードのお知らせ</translation>
    </message>
    <message>
        <source>Notice of a new password</source>
        <translation>パスワード変更のお知らせ</translation>
    </message>
    <message>
        <source>Notice of withdrawal</source>
        <translation>退会のお知らせ</translation>
    </message>
    <message>
        <source>Notice of a lock lifted</source>
        <translation>ロック解除のお知らせ</translation>
    </message>
    <message>
        <source>Notice of suspension</source>
        <translation>利用停止のお知らせ</translation>
    </message>
    <message>
        <source>Notice of resumption</source>
        <translation>利用再開のお知らせ</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>送信できず</translation>
    </message>
    <message>
        <source>Unclear, not resent</source>
        <translation>送達不明（再送しない）</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Member registration</source>
        <translation>会員登録</translation>
    </message>
    <message>
        <source>Change of registration</source>
        <translation>登録内容の変更</translation>
    </message>
    <message>
        <source>ID and password recovery</source>
        <translation>ID・パスワードの再設定</translation>
    </message>
    <message>
        <source>Password change</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>Add a location</source>
        <translation>場所の追加</translation>
    </message>
    <message>
        <source>Remove a location</source>
        <translation>場所の削除</translation>
    </message>
    <message>
        <source>Withdrawal of a member</source>
        <translation>退会</translation>
    </message>
    <message>
        <source>Unlock, suspend, resume</source>
        <translation>ロック解除・停止・再開</translation>
    </message>
    <message>
        <source>Decide on a registration</source>
        <translation>登録の承認</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留事由</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>支援措置等</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>Login information</source>
        <translation>ログイン情報通知書</translation>
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
    <name>LockScreen</name>
    <message>
        <source>The screen is locked</source>
        <translation>画面をロックしています</translation>
    </message>
    <message>
        <source>{name} ({login_id}) is signed in here.</source>
        <translation>{name}（{login_id}）でログイン中です。</translation>
    </message>
    <message>
        <source>Everything typed is kept. Somebody else? Sign out first; what was begun stays with {name}.</source>
        <translation>入力中の内容は残っています。別の方が使う場合はログアウトしてください。途中の応対は{name}の応対として残ります。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>日本語 / English</source>
        <translation>日本語 / English</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Type your password</source>
        <translation>パスワードを入力してください</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>This is not your password. Type it again; five failures lock the ID.</source>
        <translation>パスワードが違います。もう一度入力してください。5回続けて間違えるとIDがロックされます。</translation>
    </message>
    <message>
        <source>Mizumado: locked</source>
        <translation>水窓 ― 画面ロック中</translation>
    </message>
</context>
<context>
    <name>LoginIdField</name>
    <message>
        <source>6 to 20 letters and digits</source>
        <translation>半角英数字 6～20文字</translation>
    </message>
    <message>
        <source>only when it changes</source>
        <translation>変更するときだけ</translation>
    </message>
    <message>
        <source>free</source>
        <translation>使えます</translation>
    </message>
    <message>
        <source>taken by somebody else</source>
        <translation>使用されています</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>ログインID</translation>
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
    <name>Mail</name>
    <message>
        <source>The mail server did not answer.</source>
        <translation>メールサーバーから応答がありませんでした。</translation>
    </message>
    <message>
        <source>The mail server could not prove that it is the bureau&apos;s.</source>
        <translation>メールサーバーが局のものであることを確認できませんでした。</translation>
    </message>
    <message>
        <source>The mail server refused the bureau&apos;s login.</source>
        <translation>メールサーバーが局のログインを受け付けませんでした。</translation>
    </message>
    <message>
        <source>The mail server refused the bureau&apos;s own address.</source>
        <translation>メールサーバーが局の差出人アドレスを受け付けませんでした。</translation>
    </message>
    <message>
        <source>The mail server refused the member&apos;s address. Ask whether it is right.</source>
        <translation>メールサーバーが会員のアドレスを受け付けませんでした。アドレスに誤りがないか、お客様にご確認ください。</translation>
    </message>
    <message>
        <source>The mail server refused the mail.</source>
        <translation>メールサーバーがメールを受け付けませんでした。</translation>
    </message>
    <message>
        <source>The address cannot be used for mail.</source>
        <translation>このアドレスにはメールを送信できません。</translation>
    </message>
    <message>
        <source>The connection broke while the mail was handed over. It may have arrived: ask the member before it is sent again.</source>
        <translation>送信の途中で接続が切れました。届いている可能性がありますので、再送の前にお客様にご確認ください。</translation>
    </message>
    <message>
        <source>Sending was interrupted. The mail may have arrived: ask the member before it is sent again.</source>
        <translation>送信が中断されました。届いている可能性がありますので、再送の前にお客様にご確認ください。</translation>
    </message>
    <message>
        <source>No mail is sent while the membership is suspended for protection.</source>
        <translation>支援措置等により利用停止中のため、メールは送信されません。</translation>
    </message>
    <message>
        <source>The membership had ended by then.</source>
        <translation>送信の時点で、すでに会員ではありませんでした。</translation>
    </message>
    <message>
        <source>The e-mail address was changed before the one-time password was sent.</source>
        <translation>一時パスワードの送信前に、メールアドレスが変更されました。</translation>
    </message>
    <message>
        <source>Another password was set before the one-time password was sent.</source>
        <translation>一時パスワードの送信前に、別のパスワードが設定されました。</translation>
    </message>
</context>
<context>
    <name>MailList</name>
    <message>
        <source>No mail was sent yet.</source>
        <translation>送信したメールはありません。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Mizumado: water customer desk</source>
        <translation>水窓 ― 上下水道お客様サポート</translation>
    </message>
    <message>
        <source>Practice mode: everybody here is fictional. Nothing reaches the bureau.</source>
        <translation>練習モード：ここに出る人はすべて架空です。操作は企業局に届きません。</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>送付先住所</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>announcements</comment>
        <translation>
            <numerusform>お知らせ %n件 未読</numerusform>
        </translation>
    </message>
    <message>
        <source>Announcements the customer does not know of yet. Shows them.</source>
        <translation>お客様がまだご覧になっていないお知らせがあります。選ぶと表示します。</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Shows phone, mail and address</source>
        <translation>電話番号・メール・住所を表示します</translation>
    </message>
    <message>
        <source>F4 checks the identity of the speaker</source>
        <translation>F4 で本人確認を行います</translation>
    </message>
    <message>
        <source>Identity checked {time}</source>
        <translation>本人確認済 {time}</translation>
    </message>
    <message>
        <source>Identity not checked</source>
        <translation>本人確認前</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Membership</source>
        <translation>会員登録情報</translation>
    </message>
    <message>
        <source>Portal membership</source>
        <translation>会員登録情報</translation>
    </message>
    <message>
        <source>Locations on the portal</source>
        <translation>登録している使用場所</translation>
    </message>
    <message>
        <source>Latest mail</source>
        <translation>最近のメール</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>お手続き</translation>
    </message>
    <message>
        <source>This customer is not a member of the portal.</source>
        <translation>ポータルサイトの会員ではありません。</translation>
    </message>
    <message>
        <source>Check identity  F4</source>
        <translation>本人確認  F4</translation>
    </message>
    <message>
        <source>Fetching the membership…</source>
        <translation>会員登録情報を読み込んでいます…</translation>
    </message>
    <message>
        <source>Mail: {state}</source>
        <translation>メール：{state}</translation>
    </message>
    <message>
        <source>Who is speaking may not be told about the membership.</source>
        <translation>お話しの方には会員登録情報をお伝えできません。</translation>
    </message>
    <message>
        <source>The membership is shown once you know with whom you speak.</source>
        <translation>本人確認が済むと、会員登録情報を表示します。</translation>
    </message>
    <message>
        <source>Identity is not checked yet</source>
        <translation>本人確認が済んでいません</translation>
    </message>
    <message>
        <source>The membership could not be shown</source>
        <translation>会員登録情報を読み込めませんでした</translation>
    </message>
</context>
<context>
    <name>MemberStateForm</name>
    <message>
        <source>What to do</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Unlock, suspend, resume</source>
        <translation>ロック解除・停止・再開</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>The member can sign in again</source>
        <translation>ログインのロックを解除しました</translation>
    </message>
    <message>
        <source>The membership rests</source>
        <translation>会員登録を停止しました</translation>
    </message>
    <message>
        <source>The membership goes on</source>
        <translation>会員登録を再開しました</translation>
    </message>
    <message>
        <source>End the lock after wrong passwords</source>
        <translation>パスワード誤りによるロックを解除</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
</context>
<context>
    <name>Membership</name>
    <message>
        <source>Login ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>set, not shown</source>
        <translation>設定済（表示しません）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登録日時</translation>
    </message>
    <message>
        <source>Active since</source>
        <translation>有効になった日時</translation>
    </message>
    <message>
        <source>Locked until</source>
        <translation>ロックの終了日時</translation>
    </message>
    <message>
        <source>Suspended since</source>
        <translation>停止した日時</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>退会した日時</translation>
    </message>
    <message>
        <source>Suspended because</source>
        <translation>停止の理由</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>お知らせメール</translation>
    </message>
    <message>
        <source>Mail language</source>
        <translation>メールの言語</translation>
    </message>
    <message>
        <source>Secret question</source>
        <translation>秘密の質問</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>同意した利用規約</translation>
    </message>
    <message>
        <source>meter readings</source>
        <translation>検針</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>overdue bills</source>
        <translation>未納</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between kinds of mail</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>set, changed {day}</source>
        <translation>設定済（{day} 変更）</translation>
    </message>
    <message>
        <source>one-time, to be changed at first use</source>
        <translation>一時（初回利用時に変更が必要）</translation>
    </message>
    <message>
        <source>set</source>
        <translation>設定済</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>This customer is a member already.</source>
        <translation>すでに会員登録されています。</translation>
    </message>
    <message>
        <source>No registration waits for a decision.</source>
        <translation>審査待ちの登録はありません。</translation>
    </message>
    <message>
        <source>The registration waits for a decision first (key 9).</source>
        <translation>先に登録の審査をしてください（9 キー）。</translation>
    </message>
    <message>
        <source>Only for active members.</source>
        <translation>有効な会員のみお手続きできます。</translation>
    </message>
    <message>
        <source>The only location: withdraw the membership instead.</source>
        <translation>使用場所が1か所のため削除できません。退会の手続きをしてください。</translation>
    </message>
</context>
<context>
    <name>Memo</name>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>ご用件と案内した内容</translation>
    </message>
    <message>
        <source>Phrases for the memo</source>
        <translation>メモの定型文</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>定型文</translation>
    </message>
    <message>
        <source>Phrases for the memo (Ctrl+T)</source>
        <translation>メモの定型文（Ctrl+T）</translation>
    </message>
</context>
<context>
    <name>MissedBackup</name>
    <message>
        <source>See the backups</source>
        <translation>バックアップを見る</translation>
    </message>
    <message>
        <source>The backup of {time} was not made. Look whether mizumado-db backup --every-day runs.</source>
        <translation>{time} のバックアップが作成されていません。mizumado-db backup --every-day が動いているか確認してください。</translation>
    </message>
</context>
<context>
    <name>NewBatch</name>
    <message>
        <source>Criteria</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>内容を確認</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次の誤り</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Looking for whom to write to…</source>
        <translation>送付先を抽出しています…</translation>
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
    <name>NoticesCommand</name>
    <message>
        <source>Password: </source>
        <translation>パスワード: </translation>
    </message>
    <message>
        <source>Put the password into {variable}.</source>
        <translation>パスワードを環境変数 {variable} に設定してください。</translation>
    </message>
    <message>
        <source>Choose a password of your own at a desk first.</source>
        <translation>先に端末でご自身のパスワードを設定してください。</translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <translation>除外：{why}</translation>
    </message>
    <message>
        <source>Batch {batch_id}: {folder}</source>
        <translation>バッチ{batch_id}：{folder}</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>Stopped. Go on with: mizumado notices --resume {batch_id}</source>
        <translation>中断しました。再開するには：mizumado notices --resume {batch_id}</translation>
    </message>
    <message>
        <source>Batch {batch_id}  {day}  {kind}  {state}  issued {issued}, waiting {waiting}</source>
        <translation>バッチ{batch_id}  {day}  {kind}  {state}  発行{issued}通、未発行{waiting}通</translation>
    </message>
    <message>
        <source>{what}: {count} notices, water {water} yen, sewerage {sewerage} yen</source>
        <translation>{what}：{count}通、水道料金{water}円、下水道使用料{sewerage}円</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}通のうち{done}通</translation>
    </message>
    <message>
        <source>{line}, {seconds} s left</source>
        <translation>{line}、残り{seconds}秒</translation>
    </message>
</context>
<context>
    <name>OneTimePassword</name>
    <message>
        <source>One-time password</source>
        <translation>一時パスワード</translation>
    </message>
    <message>
        <source>For {login_id}</source>
        <translation>ID：{login_id}</translation>
    </message>
    <message>
        <source>It is not shown again. Hand it over yourself; it lets in once, until {time}, and then asks for a password of their own.</source>
        <translation>この画面を閉じると二度と表示できません。本人に直接お渡しください。{time}まで1回だけログインでき、その際に本人が新しいパスワードを決めます。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>渡しました</translation>
    </message>
    <message>
        <source>Copied; the clipboard is cleared after {seconds} seconds.</source>
        <translation>コピーしました。{seconds}秒後にクリップボードから消えます。</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>A supervisor decides</source>
        <translation>監督者の判断</translation>
    </message>
    <message>
        <source>The speaker is taken for known as: {speaker}. Name and reason of the supervisor are recorded with the contact.</source>
        <translation>お話しの方を「{speaker}」として扱います。監督者の氏名と理由を応対に記録します。</translation>
    </message>
    <message>
        <source>Supervisor&apos;s ID</source>
        <translation>監督者のID</translation>
    </message>
    <message>
        <source>Supervisor&apos;s password</source>
        <translation>監督者のパスワード</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>what convinced you</source>
        <translation>何をもって判断したか</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>やめる  Esc</translation>
    </message>
    <message>
        <source>Take for known  F12</source>
        <translation>本人と認める  F12</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>入力してください</translation>
    </message>
</context>
<context>
    <name>PanelBody</name>
    <message>
        <source>This contact</source>
        <translation>今回の応対</translation>
    </message>
    <message>
        <source>Opened by mistake: close without a record of a contact</source>
        <translation>誤検索として閉じる（応対として残しません）</translation>
    </message>
    <message>
        <source>Record and finish  F12</source>
        <translation>記録して応対を終了  F12</translation>
    </message>
</context>
<context>
    <name>PaperOut</name>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Printer of this desk:</source>
        <translation>この端末で使うプリンター：</translation>
    </message>
    <message>
        <source>Use this printer</source>
        <translation>このプリンターを使う</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Sent to the printer: {title}</source>
        <translation>印刷に出しました：{title}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Choose a printer…</source>
        <translation>プリンターを選ぶ…</translation>
    </message>
</context>
<context>
    <name>PaperSettings</name>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>Hours and days</source>
        <translation>時間・休業日</translation>
    </message>
    <message>
        <source>Payment notices and slips</source>
        <translation>納入通知書・納付書</translation>
    </message>
    <message>
        <source>Limits, fees and batches</source>
        <translation>期限・手数料・一括発行</translation>
    </message>
    <message>
        <source>The billing host&apos;s files</source>
        <translation>料金ホストのファイル</translation>
    </message>
    <message>
        <source>On every notice; desks follow at the next sign-in.</source>
        <translation>すべての通知書に表示します。各端末には次のログインから反映されます。</translation>
    </message>
    <message>
        <source>Without the bureau&apos;s own company code every slip is a specimen (見本).</source>
        <translation>企業コードが未設定の間、納付書はすべて「見本」になります。</translation>
    </message>
    <message>
        <source>How far the address moves: + is right and down. The sheet shows what is typed here.</source>
        <translation>宛名をずらす量です（＋は右・下）。用紙には入力中の値を印刷します。</translation>
    </message>
    <message>
        <source>Desks follow at the next sign-in.</source>
        <translation>各端末には次のログインから反映されます。</translation>
    </message>
    <message>
        <source>What is left empty goes back to the usual.</source>
        <translation>空欄にすると標準の文言に戻ります。</translation>
    </message>
    <message>
        <source>Limits that fall on closed days move to the next working day.</source>
        <translation>期限が休業日に当たるときは翌営業日に繰り下げます。</translation>
    </message>
    <message>
        <source>If more lines are refused, nothing of a delivery is stored.</source>
        <translation>取込不可の行がこれより多いと、何も取り込みません。</translation>
    </message>
    <message>
        <source>such as 7:00-26:00</source>
        <translation>例：7:00-26:00</translation>
    </message>
    <message>
        <source>besides weekends, holidays: 2024-12-30 2024-12-31</source>
        <translation>土日祝日のほか&#x3000;例：2024-12-30 2024-12-31</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>事業者名</translation>
    </message>
    <message>
        <source>Bureau in Latin letters</source>
        <translation>事業者名（英字）</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Address in Latin letters</source>
        <translation>住所（英字）</translation>
    </message>
    <message>
        <source>Portal open</source>
        <translation>ポータルの利用時間</translation>
    </message>
    <message>
        <source>Staff sign-in</source>
        <translation>職員のログイン時間</translation>
    </message>
    <message>
        <source>Lock after (minutes)</source>
        <translation>画面ロックまで（分）</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>besides convenience stores</source>
        <translation>コンビニ以外</translation>
    </message>
    <message>
        <source>Account of water</source>
        <translation>歳入科目（水道）</translation>
    </message>
    <message>
        <source>Account of water, in English</source>
        <translation>歳入科目（水道・英語）</translation>
    </message>
    <message>
        <source>Account of sewerage</source>
        <translation>歳入科目（下水道）</translation>
    </message>
    <message>
        <source>Account of sewerage, in English</source>
        <translation>歳入科目（下水道・英語）</translation>
    </message>
    <message>
        <source>Where to pay</source>
        <translation>納入場所</translation>
    </message>
    <message>
        <source>Where to pay, in English</source>
        <translation>納入場所（英語）</translation>
    </message>
    <message>
        <source>six digits</source>
        <translation>6桁</translation>
    </message>
    <message>
        <source>T + 13 digits</source>
        <translation>T＋13桁</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>登録番号（適格請求書）</translation>
    </message>
    <message>
        <source>Days to reminder</source>
        <translation>督促まで（日）</translation>
    </message>
    <message>
        <source>from due date</source>
        <translation>納期限から</translation>
    </message>
    <message>
        <source>Days to demand</source>
        <translation>催告まで（日）</translation>
    </message>
    <message>
        <source>from last limit</source>
        <translation>前の期限から</translation>
    </message>
    <message>
        <source>Days to warning</source>
        <translation>停止予告まで（日）</translation>
    </message>
    <message>
        <source>sewerage</source>
        <translation>下水道のみ</translation>
    </message>
    <message>
        <source>Interest, month 1 (%)</source>
        <translation>延滞金 最初の1か月（％）</translation>
    </message>
    <message>
        <source>Interest, then (%)</source>
        <translation>延滞金 その後（％）</translation>
    </message>
    <message>
        <source>best on another disk</source>
        <translation>別のディスクや端末がお勧め</translation>
    </message>
    <message>
        <source>Company code</source>
        <translation>企業コード</translation>
    </message>
    <message>
        <source>Across (mm)</source>
        <translation>横のずれ（mm）</translation>
    </message>
    <message>
        <source>Down (mm)</source>
        <translation>縦のずれ（mm）</translation>
    </message>
    <message>
        <source>Slip valid (days)</source>
        <translation>納付書の取扱期間（日）</translation>
    </message>
    <message>
        <source>Its limit (days)</source>
        <translation>同 期限（日）</translation>
    </message>
    <message>
        <source>Cut-off after decision (days)</source>
        <translation>決裁から停止まで（日）</translation>
    </message>
    <message>
        <source>Reminder fee (yen)</source>
        <translation>督促手数料（円）</translation>
    </message>
    <message>
        <source>Notices in a bundle</source>
        <translation>1束の通数</translation>
    </message>
    <message>
        <source>Refused lines at most</source>
        <translation>取込不可の許容行数</translation>
    </message>
    <message>
        <source>such as 0, 20 or 0.5%</source>
        <translation>例：0、20、0.5%</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>バックアップの保存先</translation>
    </message>
    <message>
        <source>Daily at</source>
        <translation>毎日の時刻</translation>
    </message>
    <message>
        <source>such as 2:30</source>
        <translation>例：2:30</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>日ごとの保存数</translation>
    </message>
    <message>
        <source>Weeks kept</source>
        <translation>週ごとの保存数</translation>
    </message>
    <message>
        <source>Months kept</source>
        <translation>月ごとの保存数</translation>
    </message>
</context>
<context>
    <name>PaperSettingsScreen</name>
    <message>
        <source>Fetching the settings…</source>
        <translation>設定を読み込んでいます…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>変更を取り消す</translation>
    </message>
    <message>
        <source>Print calibration sheet</source>
        <translation>位置合わせ用紙を印刷</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次の誤り</translation>
    </message>
    <message>
        <source>Store the settings</source>
        <translation>設定を登録</translation>
    </message>
    <message>
        <source>Your role does not see the settings</source>
        <translation>この権限では設定を見られません</translation>
    </message>
    <message>
        <source>The settings cannot be shown</source>
        <translation>設定を表示できません</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) stored</source>
        <translation>
            <numerusform>設定を%n件登録しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody changed the settings meanwhile. What you typed is kept; fields that differ say what is set now. Store once more if yours is right.</source>
        <translation>他の職員が設定を変更しました。入力内容は残っています。異なる項目には現在の設定を表示しています。入力が正しければ、もう一度登録してください。</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>登録しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not stored yet</source>
        <translation>
            <numerusform>未登録の変更が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>to be read only</source>
        <translation>閲覧のみ</translation>
    </message>
    <message>
        <source>Calibration sheet</source>
        <translation>位置合わせ用紙</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Payment notice</source>
        <translation>納入通知書</translation>
    </message>
    <message>
        <source>Payment slip (reissued)</source>
        <translation>納付書（再発行）</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>督促状</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>催告書</translation>
    </message>
    <message>
        <source>Cut-off warning</source>
        <translation>給水停止予告書</translation>
    </message>
    <message>
        <source>Notice of a cut-off</source>
        <translation>給水停止執行通知書</translation>
    </message>
    <message>
        <source>Reading notice</source>
        <translation>検針のお知らせ</translation>
    </message>
    <message>
        <source>Payment certificate</source>
        <translation>納入証明書</translation>
    </message>
    <message>
        <source>Direct debit started</source>
        <translation>口座振替開始通知書</translation>
    </message>
    <message>
        <source>Direct debit failed</source>
        <translation>口座振替不能通知書</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>過誤納金還付通知書</translation>
    </message>
    <message>
        <source>Set-off</source>
        <translation>過誤納金充当通知書</translation>
    </message>
    <message>
        <source>Reduction granted</source>
        <translation>料金減額決定通知書</translation>
    </message>
    <message>
        <source>Final settlement</source>
        <translation>中止精算通知書</translation>
    </message>
    <message>
        <source>Usage and payment statement</source>
        <translation>使用水量・料金等明細書</translation>
    </message>
    <message>
        <source>Login information letter</source>
        <translation>ログイン情報通知書</translation>
    </message>
    <message>
        <source>Control copy</source>
        <translation>受付票（控え）</translation>
    </message>
    <message>
        <source>Daily sheet</source>
        <translation>日計表</translation>
    </message>
    <message>
        <source>a printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>a batch&apos;s file</source>
        <translation>一括発行ファイル</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>準備済み</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Protected customer</source>
        <translation>支援措置等の対象</translation>
    </message>
    <message>
        <source>Paying by instalments</source>
        <translation>分納中</translation>
    </message>
    <message>
        <source>Debit requested</source>
        <translation>口座振替の依頼中</translation>
    </message>
    <message>
        <source>Payment only reported</source>
        <translation>速報あり（確報前）</translation>
    </message>
    <message>
        <source>Step before is not over</source>
        <translation>前段階が未了または期限内</translation>
    </message>
    <message>
        <source>Mail came back</source>
        <translation>郵便物返戻</translation>
    </message>
    <message>
        <source>Debt extinguished</source>
        <translation>債権消滅（時効）</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>係争・異議</translation>
    </message>
    <message>
        <source>Sent already</source>
        <translation>送付済み</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>決裁なし</translation>
    </message>
    <message>
        <source>Below the minimum</source>
        <translation>最低額未満</translation>
    </message>
    <message>
        <source>No address to write to</source>
        <translation>送付先なし</translation>
    </message>
    <message>
        <source>Paid meanwhile</source>
        <translation>その後納付</translation>
    </message>
</context>
<context>
    <name>ParkedList</name>
    <message>
        <source>Customers who wait</source>
        <translation>保留中のお客様</translation>
    </message>
    <message>
        <source>Waiting: {count} of {most}</source>
        <translation>保留中 {count}／{most}人</translation>
    </message>
    <message>
        <source>Let {name} wait</source>
        <translation>{name} 様を保留にする</translation>
    </message>
    <message>
        <source>Three customers wait already. Finish one of them first.</source>
        <translation>すでに3人を保留しています。先に1人の応対を終えてください。</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>保留中のお客様はいません。</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter   Esc close</source>
        <translation>↑↓ 選択&#x3000;Enter 決定&#x3000;Esc 閉じる</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>（お客様なし）</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未終了</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time}から</translation>
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
    <name>PasswordForm</name>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>8 to 64 characters; not the login ID, not a common or guessable one, none of the last five. The customer&apos;s window says so while they type.</source>
        <translation>8〜64文字。ログインIDと同じもの、よく使われるもの、推測しやすいもの、直近5回と同じものは使えません。お客様の画面に入力中に表示されます。</translation>
    </message>
    <message>
        <source>Password change</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>typed by the customer</source>
        <translation>お客様が入力</translation>
    </message>
    <message>
        <source>The new password is set</source>
        <translation>新しいパスワードを設定しました</translation>
    </message>
</context>
<context>
    <name>PdfTools</name>
    <message>
        <source>Smaller (-)</source>
        <translation>縮小 (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>拡大 (+)</translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation>前のページ (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>次のページ (Page Down)</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Whole page (0) or its width (Ctrl+0)</source>
        <translation>全体表示 (0)・幅に合わせる (Ctrl+0)</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Drawing the page…</source>
        <translation>ページを描いています…</translation>
    </message>
    <message>
        <source>This paper cannot be shown</source>
        <translation>この書類を表示できません</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing is printed of it.</source>
        <translation>ファイルが壊れています。このままでは印刷できません。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{pages}ページ中{page}ページ目</translation>
    </message>
</context>
<context>
    <name>Pending</name>
    <message>
        <source>Registered</source>
        <translation>登録日時</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Portal number</source>
        <translation>ポータルサイト用お客様番号</translation>
    </message>
    <message>
        <source>What the program found</source>
        <translation>自動照合の結果</translation>
    </message>
    <message>
        <source>Name and number fit</source>
        <translation>名前と番号は一致しています</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between obstacles</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>PendingMembers</name>
    <message>
        <source>Fetching the registrations…</source>
        <translation>会員登録の申込を読み込んでいます…</translation>
    </message>
    <message>
        <source>Registrations to decide</source>
        <translation>会員登録の審査</translation>
    </message>
    <message>
        <source>Open the customer  Enter</source>
        <translation>お客様を開く  Enter</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>登録をお断りする</translation>
    </message>
    <message>
        <source>Reason for refusing</source>
        <translation>お断りの理由</translation>
    </message>
    <message>
        <source>No registration waits</source>
        <translation>審査待ちの登録はありません</translation>
    </message>
    <message>
        <source>Who registers on the portal appears here once their mail is confirmed.</source>
        <translation>ポータルサイトで登録し、メールアドレスの確認が済んだ方がここに表示されます。</translation>
    </message>
    <message>
        <source>Accept  F12</source>
        <translation>登録を承認  F12</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>照合結果</translation>
    </message>
    <message>
        <source>Accept this registration? F12 once more does it.</source>
        <translation>この登録を承認しますか。もう一度 F12 を押すと承認します。</translation>
    </message>
    <message>
        <source>Refuse this registration? Press the button once more.</source>
        <translation>この登録をお断りしますか。もう一度ボタンを押すと確定します。</translation>
    </message>
    <message>
        <source>Decided; the customer gets mail about it.</source>
        <translation>処理しました。お客様にメールでお知らせします。</translation>
    </message>
    <message>
        <source>The registrations cannot be shown</source>
        <translation>会員登録の申込を表示できません</translation>
    </message>
</context>
<context>
    <name>Permissions</name>
    <message>
        <source>{people} can do this.</source>
        <translation>{people}が行えます。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between those who can do something</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} and {last} can do this.</source>
        <translation>{first}、{last}が行えます。</translation>
    </message>
    <message>
        <source>counter staff</source>
        <translation>窓口担当者</translation>
    </message>
    <message>
        <source>phone staff</source>
        <translation>電話担当者</translation>
    </message>
    <message>
        <source>supervisors</source>
        <translation>監督者</translation>
    </message>
    <message>
        <source>administrators</source>
        <translation>管理者</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Customer</source>
        <translation>お客様応対</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>業務共通</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>To be sent</source>
        <translation>送付</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Nothing is issued yet.</source>
        <translation>まだ発行していません。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>Save the list (CSV)</source>
        <translation>一覧を保存（CSV）</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>表示する一覧</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>送付するものはありません</translation>
    </message>
    <message>
        <source>Look at what is left out and why, or change the criteria.</source>
        <translation>除外とその理由を確認するか、条件を変更してください。</translation>
    </message>
    <message>
        <source>Nobody is left out</source>
        <translation>除外はありません</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知書</translation>
    </message>
    <message>
        <source>Day of issue</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>納付期限</translation>
    </message>
    <message>
        <source>Payments until</source>
        <translation>入金確認日</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水道料金</translation>
    </message>
    <message>
        <source>Sewerage</source>
        <translation>下水道使用料</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>No font has these letters, 〓 stands for them: {letters}</source>
        <translation>印字できない文字は〓になります：{letters}</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) without a postal code</source>
        <translation>
            <numerusform>郵便番号のない住所が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} を保存しました</translation>
    </message>
    <message>
        <source>Notices to be sent</source>
        <translation>送付する通知書</translation>
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
    <name>PreviewCard</name>
    <message>
        <source>Fetching the paper…</source>
        <translation>書類を読み込んでいます…</translation>
    </message>
    <message>
        <source>The paper cannot be shown</source>
        <translation>書類を表示できません</translation>
    </message>
    <message>
        <source>Check identity  F4</source>
        <translation>本人確認  F4</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Print all the same</source>
        <translation>それでも印刷する</translation>
    </message>
    <message>
        <source>The identity has not been checked</source>
        <translation>本人確認が済んでいません</translation>
    </message>
    <message>
        <source>Paper is shown and printed only for people who may know what is on it.</source>
        <translation>書類の表示と印刷は、内容をお伝えできる方の本人確認の後に行えます。</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>Printing</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>部数</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>On both sides</source>
        <translation>両面に印刷する</translation>
    </message>
    <message>
        <source>Save as a PDF too</source>
        <translation>PDFも保存する</translation>
    </message>
    <message>
        <source>Save as a PDF…</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>郵送済</translation>
    </message>
    <message>
        <source>Write down that it was posted today</source>
        <translation>本日郵送したことを記録します</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>返戻</translation>
    </message>
    <message>
        <source>Write down that the post brought it back</source>
        <translation>返戻されたことを記録します</translation>
    </message>
    <message>
        <source>The usual printer</source>
        <translation>既定のプリンター</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name}（接続なし）</translation>
    </message>
</context>
<context>
    <name>ProcedureFrame</name>
    <message>
        <source>Fetching what is on file…</source>
        <translation>登録内容を読み込んでいます…</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>下書きを破棄しました</translation>
    </message>
    <message>
        <source>Explain this and set the tick</source>
        <translation>説明のうえ、チェックを付けてください</translation>
    </message>
</context>
<context>
    <name>Procedures</name>
    <message>
        <source>The customer can sign in to the portal now.</source>
        <translation>すぐにポータルサイトへログインできます。</translation>
    </message>
    <message>
        <source>The registration is checked; the portal opens after that.</source>
        <translation>登録内容を局で確認します。確認後に利用できます。</translation>
    </message>
    <message>
        <source>A mail confirms this to the customer.</source>
        <translation>お客様に確認のメールが届きます。</translation>
    </message>
    <message>
        <source>The old e-mail address is told of the change, too.</source>
        <translation>変更前のメールアドレスにもお知らせします。</translation>
    </message>
    <message>
        <source>A one-time password goes out by mail and holds for 24 hours.</source>
        <translation>一時パスワードをメールで送ります。24時間有効です。</translation>
    </message>
    <message>
        <source>A one-time password goes out by letter and holds for 14 days.</source>
        <translation>一時パスワードを郵送します。14日間有効です。</translation>
    </message>
    <message>
        <source>The customer chooses a password of their own at the first sign-in.</source>
        <translation>最初のログインで、ご自身のパスワードを決めていただきます。</translation>
    </message>
    <message>
        <source>Should anything on the copy be wrong, the customer tells us.</source>
        <translation>控えに誤りがあれば、お申し出いただきます。</translation>
    </message>
    <message>
        <source>The portal shows the location now.</source>
        <translation>ポータルサイトにこの使用場所が表示されます。</translation>
    </message>
    <message>
        <source>The portal no longer shows the location.</source>
        <translation>ポータルサイトにこの使用場所は表示されなくなります。</translation>
    </message>
    <message>
        <source>Reading notices and bills come by post from now on.</source>
        <translation>今後、検針のお知らせと納入通知書は郵送になります。</translation>
    </message>
    <message>
        <source>The registered data is kept for the time set by the bureau.</source>
        <translation>登録内容は、局が定める期間保存します。</translation>
    </message>
    <message>
        <source>The registered data was erased.</source>
        <translation>登録内容を消去しました。</translation>
    </message>
    <message>
        <source>The customer may register again at any time.</source>
        <translation>いつでも改めて会員登録できます。</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message>
        <source>Minutes left: about %n</source>
        <translation>残り約%n分</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピー中…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Preparing the search…</source>
        <translation>検索の準備中…</translation>
    </message>
    <message>
        <source>Restoring for practice…</source>
        <translation>復元テスト中…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>登録中…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書き出し中…</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>ProtectForm</name>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>措置の種類</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>相手方</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To be reviewed by</source>
        <translation>見直し期日</translation>
    </message>
    <message>
        <source>one year is usual</source>
        <translation>通常は1年</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Shared memberships and their mail are suspended, and the customer no longer exists in the search of counter and phone staff. It never ends by itself.</source>
        <translation>共有している会員登録とメールを停止し、窓口・電話の職員の検索には表示されなくなります。自動で終了することはありません。</translation>
    </message>
    <message>
        <source>Review the protection</source>
        <translation>支援措置の見直し</translation>
    </message>
    <message>
        <source>Protect a customer</source>
        <translation>支援措置の登録</translation>
    </message>
    <message>
        <source>Type a day, such as 9/30 or R7.9.30</source>
        <translation>日付を入力してください（例：9/30、R7.9.30）</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>The customer is protected</source>
        <translation>支援措置を登録しました</translation>
    </message>
</context>
<context>
    <name>ProtectionCard</name>
    <message>
        <source>Protection</source>
        <translation>支援措置</translation>
    </message>
    <message>
        <source>Reason for ending</source>
        <translation>終了の理由</translation>
    </message>
    <message>
        <source>End the protection</source>
        <translation>支援措置を終了する</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>見直す…</translation>
    </message>
    <message>
        <source>Protect this customer…</source>
        <translation>支援措置を登録…</translation>
    </message>
    <message>
        <source>No protection is registered.</source>
        <translation>支援措置の登録はありません。</translation>
    </message>
    <message>
        <source>To be reviewed: it ends only when somebody ends it.</source>
        <translation>見直しが必要です。終了の手続きをするまで続きます。</translation>
    </message>
    <message>
        <source>The customer is protected.</source>
        <translation>支援措置の対象です。</translation>
    </message>
    <message>
        <source>By</source>
        <translation>措置の種類</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>相手方</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Review by</source>
        <translation>見直し期日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Type why the protection ends</source>
        <translation>終了の理由を入力してください</translation>
    </message>
    <message>
        <source>The protection has ended</source>
        <translation>支援措置を終了しました</translation>
    </message>
</context>
<context>
    <name>ProtectionReviews</name>
    <message numerus="yes">
        <source>%n protection(s) to be reviewed</source>
        <translation>
            <numerusform>見直しが必要な保護対象 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens the customer</source>
        <translation>Enter でお客様を開く</translation>
    </message>
    <message>
        <source>Protections to be reviewed</source>
        <translation>見直しが必要な保護対象</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>措置の種類</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
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
    <name>RecoverForm</name>
    <message>
        <source>How the customer gets in again</source>
        <translation>再設定の方法</translation>
    </message>
    <message>
        <source>The customer types a new password here</source>
        <translation>お客様がこの場で新しいパスワードを入力</translation>
    </message>
    <message>
        <source>One-time password by mail, valid 24 hours</source>
        <translation>一時パスワードをメールで送る（24時間有効）</translation>
    </message>
    <message>
        <source>One-time password by letter, valid 14 days</source>
        <translation>一時パスワードを郵送（14日間有効）</translation>
    </message>
    <message>
        <source>Login ID, on paper for the customer</source>
        <translation>ログインIDを控えに印刷してお客様に渡す</translation>
    </message>
    <message>
        <source>ID and password recovery</source>
        <translation>ID・パスワードの再設定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Print the copy: the login ID is on it, for the customer alone</source>
        <translation>控えを印刷してください。ログインIDはお客様だけにお渡しする控えに記載されます</translation>
    </message>
    <message>
        <source>The new password is set</source>
        <translation>新しいパスワードを設定しました</translation>
    </message>
    <message>
        <source>A one-time password is on its way by mail</source>
        <translation>一時パスワードをメールで送ります</translation>
    </message>
    <message>
        <source>The letter goes to the printer; put nothing else into its envelope</source>
        <translation>通知書を印刷します。同じ封筒にほかの書類を入れないでください</translation>
    </message>
    <message>
        <source>It goes to the address on file and to no other.</source>
        <translation>登録されているメールアドレスにだけ送ります。</translation>
    </message>
    <message>
        <source>It goes to the address on file, alone: never with an ID or a portal number.</source>
        <translation>登録されている住所に単独で郵送します。IDやお客様番号と同封しないでください。</translation>
    </message>
    <message>
        <source>The ID is not shown on this screen.</source>
        <translation>この画面にはIDを表示しません。</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Terms of use and privacy were explained and agreed to (version {version})</source>
        <translation>利用規約・個人情報の取扱いを説明し、同意を得た（{version}版）</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Furigana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>E-mail once more</source>
        <translation>メールアドレス（確認）</translation>
    </message>
    <message>
        <source>have it read back</source>
        <translation>復唱して確認</translation>
    </message>
    <message>
        <source>Secret question</source>
        <translation>秘密の質問</translation>
    </message>
    <message>
        <source>Password and answer</source>
        <translation>パスワード・質問の答え</translation>
    </message>
    <message>
        <source>Mail in</source>
        <translation>メールの言語</translation>
    </message>
    <message>
        <source>Mail about</source>
        <translation>お知らせメール</translation>
    </message>
    <message>
        <source>Locations shown on the portal</source>
        <translation>ポータルサイトに表示する使用場所</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>検針</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Overdue bills</source>
        <translation>未納</translation>
    </message>
    <message>
        <source>The two addresses are not the same</source>
        <translation>2つのメールアドレスが一致しません</translation>
    </message>
    <message>
        <source>Tick at least one location</source>
        <translation>使用場所を1つ以上選んでください</translation>
    </message>
    <message>
        <source>Login ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>Version of the terms</source>
        <translation>利用規約の版</translation>
    </message>
    <message>
        <source>The customer is a member of the portal</source>
        <translation>会員登録が完了しました</translation>
    </message>
    <message>
        <source>The registration is with the bureau to be checked</source>
        <translation>会員登録を受け付けました（局で確認します）</translation>
    </message>
    <message>
        <source>Set on the portal</source>
        <translation>お客様がポータルサイトで設定</translation>
    </message>
    <message>
        <source>Typed by the customer</source>
        <translation>お客様が入力済み</translation>
    </message>
    <message>
        <source>A one-time password is mailed</source>
        <translation>一時パスワードをメールで送る</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
</context>
<context>
    <name>RemoveLocationForm</name>
    <message>
        <source>Location</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>The contract itself goes on; only the portal stops showing it.</source>
        <translation>ご契約は続きます。ポータルサイトに表示されなくなるだけです。</translation>
    </message>
    <message>
        <source>Remove a location</source>
        <translation>場所の削除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>The location was removed</source>
        <translation>使用場所を削除しました</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}通のうち{done}通</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Stopping after this bundle…</source>
        <translation>この束が終わり次第、中断します…</translation>
    </message>
    <message>
        <source>Stop after this bundle</source>
        <translation>この束で中断</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>続きを発行</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新しい一括発行</translation>
    </message>
    <message>
        <source>It goes on while you work elsewhere in this window.</source>
        <translation>ほかの画面に移っても発行は続きます。</translation>
    </message>
    <message>
        <source>Batch {batch_id} is done: every file is written.</source>
        <translation>一括発行{batch_id}が完了しました。すべてのファイルを出力しました。</translation>
    </message>
    <message>
        <source>Batch {batch_id} is stopped. What was issued stays; the rest waits.</source>
        <translation>一括発行{batch_id}を中断しました。発行済みの分はそのままで、残りは待機しています。</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行済み</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Fees and interest</source>
        <translation>督促手数料・延滞金</translation>
    </message>
    <message>
        <source>Asked for altogether</source>
        <translation>請求した額</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>出力したファイル</translation>
    </message>
</context>
<context>
    <name>RunningTime</name>
    <message>
        <source>In contact for {time}</source>
        <translation>応対時間 {time}</translation>
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
    <name>SecretsField</name>
    <message>
        <source>The customer is still typing in their own window</source>
        <translation>お客様が入力中です</translation>
    </message>
    <message>
        <source>Customer types</source>
        <translation>お客様が入力</translation>
    </message>
    <message>
        <source>Password: {state}</source>
        <translation>パスワード：{state}</translation>
    </message>
    <message>
        <source>Answer: {state}</source>
        <translation>答え：{state}</translation>
    </message>
    <message>
        <source>not set yet</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>fits the rules</source>
        <translation>条件を満たしています</translation>
    </message>
    <message>
        <source>set</source>
        <translation>設定済</translation>
    </message>
</context>
<context>
    <name>Serving</name>
    <message>
        <source>Three customers wait already. Finish one of them first (F11).</source>
        <translation>すでに3人のお客様を保留しています。先にどなたかの応対を終えてください（F11）。</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>now: {value}</source>
        <translation>現在：{value}</translation>
    </message>
    <message>
        <source>Not a real code: slips are marked 見本</source>
        <translation>実在しないコードです。納付書に「見本」と表示します</translation>
    </message>
    <message>
        <source>Type the name; it stands on every notice.</source>
        <translation>名称を入力してください。すべての通知書に表示されます。</translation>
    </message>
</context>
<context>
    <name>ShownPage</name>
    <message>
        <source>No document is shown</source>
        <translation>表示する書類はありません</translation>
    </message>
    <message>
        <source>It gets its number when it is printed.</source>
        <translation>発行番号は印刷するときに付きます。</translation>
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
    <name>StaffAccounts</name>
    <message>
        <source>Type the ID with which they are to sign in</source>
        <translation>ログインに使うIDを入力してください</translation>
    </message>
    <message>
        <source>Type the name as customers are to hear it</source>
        <translation>氏名を入力してください</translation>
    </message>
    <message>
        <source>Type the name in Latin letters</source>
        <translation>氏名をローマ字で入力してください</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ログインID</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最終ログイン</translation>
    </message>
    <message>
        <source>Disabled {day}</source>
        <translation>停止 {day}</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>ロック中 {time}まで</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>利用中</translation>
    </message>
    <message>
        <source>Password expired</source>
        <translation>パスワード期限切れ</translation>
    </message>
    <message>
        <source>Must change password</source>
        <translation>パスワード未変更</translation>
    </message>
    <message>
        <source>Fetching the accounts…</source>
        <translation>アカウントを読み込んでいます…</translation>
    </message>
    <message>
        <source>Staff accounts</source>
        <translation>職員の管理</translation>
    </message>
    <message>
        <source>of your own office</source>
        <translation>所属の職員のみ</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>アカウント作成</translation>
    </message>
    <message>
        <source>Filter the accounts</source>
        <translation>アカウントの絞り込み</translation>
    </message>
    <message>
        <source>ID or name  Ctrl+F</source>
        <translation>ID・氏名  Ctrl+F</translation>
    </message>
    <message>
        <source>Accounts shown</source>
        <translation>表示するアカウント</translation>
    </message>
    <message>
        <source>No account is like that</source>
        <translation>該当するアカウントはありません</translation>
    </message>
    <message>
        <source>The filter hides the others.</source>
        <translation>絞り込みで隠れています。</translation>
    </message>
    <message>
        <source>Your role does not see to accounts</source>
        <translation>職員アカウントを管理する権限がありません</translation>
    </message>
    <message>
        <source>Copied the row</source>
        <translation>行をコピーしました</translation>
    </message>
    <message>
        <source>The accounts cannot be shown</source>
        <translation>アカウントを表示できません</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The account was changed.</source>
        <translation>アカウントを変更しました。</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>What was typed here before has been brought back.</source>
        <translation>前回入力した内容を戻しました。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>最新の内容を読み込む</translation>
    </message>
    <message>
        <source>Stored at another counter: {value}</source>
        <translation>ほかの窓口での登録：{value}</translation>
    </message>
    <message>
        <source>This was changed at another counter: compare and reload. Yours is kept.</source>
        <translation>ほかの窓口で変更されました。違いを確認して最新の内容を読み込んでください。入力した内容は残ります。</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Nobody was identified in this contact.</source>
        <translation>本人確認が済んでいません。</translation>
    </message>
    <message>
        <source>No topic is chosen.</source>
        <translation>用件が選ばれていません。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two acts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>お話しの方</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>取次ぎ先</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>折り返し</translation>
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
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Search these texts</source>
        <translation>文中をさがす</translation>
    </message>
    <message>
        <source>Version {version} of this text is not kept here.</source>
        <translation>第{version}版の文面は保管されていません。</translation>
    </message>
    <message>
        <source>The customer agreed to version {version} on {day}</source>
        <translation>お客様は{day}に{version}版へ同意</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>よくあるご質問</translation>
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
        <source>Enter: next, Shift+Enter: previous</source>
        <translation>Enter で次、Shift+Enter で前</translation>
    </message>
    <message>
        <source>FAQ &amp; terms</source>
        <translation>FAQ・利用規約</translation>
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
        <source>Parked {count}</source>
        <translation>保留 {count}</translation>
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
    <name>TopicChooser</name>
    <message>
        <source>Topic</source>
        <translation>用件</translation>
    </message>
    <message>
        <source>Topic: group</source>
        <translation>用件の分類</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>用件の分類を選ぶ</translation>
    </message>
    <message>
        <source>Choose the topic</source>
        <translation>用件を選ぶ</translation>
    </message>
</context>
<context>
    <name>TransferChooser</name>
    <message>
        <source>Pass on to</source>
        <translation>取次ぎ先</translation>
    </message>
    <message>
        <source>Desk to pass the caller on to</source>
        <translation>取次ぎ先</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>取り次がない</translation>
    </message>
    <message>
        <source>Number to read out: {phone}</source>
        <translation>読み上げる番号 {phone}</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Try again  F5</source>
        <translation>もう一度読み込む  F5</translation>
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
    <name>TypedPassword</name>
    <message>
        <source>No try is left today. Use the letter or the mail instead.</source>
        <translation>本日はこれ以上答えられません。郵送またはメールをご利用ください。</translation>
    </message>
    <message>
        <source>Have the customer answer the secret question first (F9)</source>
        <translation>先にお客様に秘密の質問の答えを入力していただいてください（F9）</translation>
    </message>
    <message>
        <source>Have the customer type the new password (F9)</source>
        <translation>お客様に新しいパスワードを入力していただいてください（F9）</translation>
    </message>
    <message>
        <source>The customer types</source>
        <translation>お客様が入力</translation>
    </message>
    <message>
        <source>New password: set</source>
        <translation>新しいパスワード：設定済</translation>
    </message>
    <message>
        <source>New password: being typed ••••••</source>
        <translation>新しいパスワード：入力中 ••••••</translation>
    </message>
    <message>
        <source>New password: not yet</source>
        <translation>新しいパスワード：未入力</translation>
    </message>
    <message>
        <source>Secret answer: right</source>
        <translation>秘密の質問の答え：一致</translation>
    </message>
    <message numerus="yes">
        <source>Secret answer: wrong, tries left today: %n</source>
        <translation>
            <numerusform>秘密の質問の答え：不一致（本日あと%n回）</numerusform>
        </translation>
    </message>
    <message>
        <source>Secret answer: not yet</source>
        <translation>秘密の質問の答え：未入力</translation>
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
<context>
    <name>Value</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>Seals</source>
        <translation>封印（照合番号）</translation>
    </message>
    <message>
        <source>Copy for the daily sheet</source>
        <translation>日報用にコピー</translation>
    </message>
    <message>
        <source>Digits on the last sheet</source>
        <translation>前回の日報の照合番号</translation>
    </message>
    <message>
        <source>if at hand</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Copied the digits of the last seal</source>
        <translation>最新の照合番号をコピーしました</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>検証しています…</translation>
    </message>
    <message>
        <source>Verify the record</source>
        <translation>記録を検証</translation>
    </message>
    <message>
        <source>Nothing is sealed yet.</source>
        <translation>まだ封印されていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) sealed</source>
        <translation>
            <numerusform>封印済み%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sealed yet</source>
        <translation>
            <numerusform>未封印%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) found as sealed.</source>
        <translation>
            <numerusform>封印済みの%n件に改ざんはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the digits of a sheet would show an end that was cut off.</source>
        <translation>末尾の削除は、日報の照合番号を入力したときだけ検出できます。</translation>
    </message>
    <message>
        <source>The record was tampered with. Tell the administrator of the database:</source>
        <translation>記録が改ざんされています。データベースの管理者に連絡してください：</translation>
    </message>
    <message>
        <source>events {first} to {last} were changed</source>
        <translation>記録{first}～{last}が書き換えられています</translation>
    </message>
    <message>
        <source>events were removed from {first} to {last}</source>
        <translation>記録{first}～{last}から削除されたものがあります</translation>
    </message>
    <message>
        <source>events were put in later from {first} to {last}</source>
        <translation>記録{first}～{last}に後から加えられたものがあります</translation>
    </message>
    <message>
        <source>events {first} to {last} cannot be read</source>
        <translation>記録{first}～{last}が読めません</translation>
    </message>
    <message>
        <source>seal {seal} does not follow the seal before it</source>
        <translation>封印{seal}が直前の封印とつながりません</translation>
    </message>
    <message>
        <source>no seal has the digits of the sheet</source>
        <translation>日報の照合番号と一致する封印がありません</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Locations that leave the portal</source>
        <translation>ポータルサイトで見られなくなる使用場所</translation>
    </message>
    <message>
        <source>Explain to the customer</source>
        <translation>お客様へのご説明</translation>
    </message>
    <message>
        <source>• The login ID and the password no longer work, from this moment.</source>
        <translation>・ログインIDとパスワードは、手続き完了後すぐに使えなくなります。</translation>
    </message>
    <message>
        <source>• Reading notices and bills come by post, and unpaid bills stay owed.</source>
        <translation>・検針のお知らせと納入通知書は郵送になります。未納の料金はそのまま残ります。</translation>
    </message>
    <message>
        <source>• The customer may register again at any time.</source>
        <translation>・いつでも再登録できます。</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>退会手続き</translation>
    </message>
    <message>
        <source>Explained, and the customer agrees to withdraw</source>
        <translation>退会の内容を説明し、同意を得た</translation>
    </message>
    <message>
        <source>• Nothing is unpaid: no document is owed any more.</source>
        <translation>・未納の料金はなく、お届けする書類もありません。</translation>
    </message>
    <message numerus="yes">
        <source>• Unpaid bills: %n; their documents come by post.</source>
        <translation>
            <numerusform>・未納の請求が%n件あります。書類は郵送します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• Days the registered data is kept, then erased: %n.</source>
        <translation>
            <numerusform>・登録情報は%n日間保存した後、消去します。</numerusform>
        </translation>
    </message>
    <message>
        <source>• The registered data is erased at once.</source>
        <translation>・登録情報は直ちに消去します。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between places</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>使用場所</translation>
    </message>
    <message>
        <source>The membership has ended</source>
        <translation>退会の手続きが完了しました</translation>
    </message>
</context>
<context>
    <name>WrapUp</name>
    <message>
        <source>Notes were made here: finish with F12, or delete them first.</source>
        <translation>メモが記入されています。F12 で終了するか、先にメモを消してください。</translation>
    </message>
    <message>
        <source>This contact</source>
        <translation>今回の応対</translation>
    </message>
    <message>
        <source>The notes are kept here and saved as soon as that is mended.</source>
        <translation>メモはこの画面に残っており、復旧しだい保存します。</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>New announcement</source>
        <translation>お知らせの作成</translation>
    </message>
    <message>
        <source>Change announcement</source>
        <translation>お知らせの変更</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>入力に戻る</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次の誤り</translation>
    </message>
    <message>
        <source>Customers have read this already: only its end can be changed.</source>
        <translation>すでに掲載中です。変更できるのは終了日と、ポータル停止の終了だけです。</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. What you typed is kept; fields that differ say what is stored now. Check and store once more if yours is right.</source>
        <translation>ほかの窓口でこのお知らせが変更されました。入力内容は残っています。違いのある欄には現在の登録を表示しています。この内容でよければ、もう一度確認して登録してください。</translation>
    </message>
</context>
</TS>
