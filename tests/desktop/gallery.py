"""Every widget on one sheet: ``python -m tests.desktop.gallery sheet.png [per cent]``."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFrame, QLineEdit, QWidget

from desktop import theme
from desktop.theme import Kind
from desktop.widgets.banner import Banner, BannerStack
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.card import Card, Rule
from desktop.widgets.chip import Chip
from desktop.widgets.field import Field, PasswordField, TextField
from desktop.widgets.function_bar import FunctionBar
from desktop.widgets.labels import ElidedLabel, IconLabel, Label, Paragraph
from desktop.widgets.layouts import STRETCH, clear_box, column, row
from desktop.widgets.placeholder import Placeholder
from desktop.widgets.search_box import SearchBox
from desktop.widgets.segments import Segments
from desktop.widgets.side_nav import SideNav
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.toast import Toast
from desktop.widgets.typed_text import DigitsEdit


class Gallery(QWidget):
    """The parts in the states a clerk meets them in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        body = column(
            self._banners(),
            row(self._empty(), self._loading(), self._failed(), gap=12),
            self._form(),
            self._buttons(),
            self._chips(),
            STRETCH,
            gap=12,
            margins=(16, 12, 16, 12),
        )
        sheet = row(self._nav(), clear_box(body), gap=0)
        self.setLayout(column(self._bar(), sheet, self._keys(), gap=0))
        self.toast = Toast(self, above=44)

    def _action(self, text: str, key: str = "", *, usable: bool = True) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setEnabled(usable)
        return action

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("bar")
        bar.setFixedHeight(theme.of(self).px("top_bar"))
        self.search = SearchBox()
        self.search.set_hint("お客様番号・氏名（カナ）・住所・電話番号で検索")
        brand = column(Label("上下水道お客様サポート", "h3"), Label("金沢市企業局", "xs"), gap=0)
        drop = IconLabel("drop", "bar_mark", size="icon", filled=True)
        updated = row(IconLabel("okc", "bar_ok"), Label("データ更新 9/18 18:13", "sub"))
        parked = Button("保留 1", ButtonKind.SESSION, "clock")
        language = Button("日本語 / EN", ButtonKind.PLAIN)
        bar.setLayout(
            row(
                drop, brand, 12, self.search, parked, 100, updated, language,
                margins=(16, 0, 16, 0),
            )
        )  # fmt: skip
        return bar

    def _nav(self) -> QWidget:
        nav = SideNav()
        group = QActionGroup(self)
        nav.add_section().setText("お客様応対")
        for number, (text, icon) in enumerate(
            [("概要", "home"), ("使用量・金額グラフ", "chart"), ("料金明細", "list")], start=1
        ):
            action = self._action(text, f"Alt+{number}", usable=number < 3)
            action.setCheckable(True)
            group.addAction(action)
            nav.add_entry(action, icon)
        group.actions()[0].setChecked(True)
        nav.add_section().setText("業務共通")
        for text, icon in [("お知らせ", "bell"), ("FAQ・利用規約", "help"), ("設定", "gear")]:
            nav.add_entry(self._action(text), icon)
        return nav

    def _banners(self) -> QWidget:
        stack = BannerStack()
        said = [
            (Kind.ERR, "2か所を直してください", "Ctrl+E で次の誤りへ"),
            (Kind.INFO, "本人確認が済んでいません。電話番号は伏せて表示します。", "本人確認へ F4"),
            (Kind.OK, "メールアドレスを変更しました。", "取り消す Ctrl+Z"),
            (Kind.WARN, "データは 9/18 18:13 時点です。夜間更新が遅れています。", "最新表示 F5"),
        ]
        for kind, text, action in said:
            stack.add(Banner(kind, text, action_text=action, closable=kind is Kind.OK))
        return stack

    def _empty(self) -> QWidget:
        empty = Placeholder("doc")
        empty.say("この2年間の通知書はありません", "郵送済みの通知書は「応対履歴」で確認できます。")
        empty.add_action(self._action("応対履歴を開く", "Alt+8"))
        return _sheet(empty)

    def _loading(self) -> QWidget:
        card = Card()
        card.setMinimumWidth(320)
        self.skeleton = Skeleton(card)
        self.skeleton.start("料金明細を読み込んでいます…")
        return card

    def _failed(self) -> QWidget:
        failed = Placeholder("circle-x", colour="err")
        failed.say("料金データを読み込めませんでした", "入力中の内容は残っています。番号 DB-014")
        failed.add_action(self._action("もう一度読み込む", "F5"), ButtonKind.PRIMARY)
        failed.add_button(Button("前回の内容を表示"))
        return _sheet(failed)

    def _form(self) -> QWidget:
        mail, number, password, choice = (
            TextField(),
            Field(DigitsEdit()),
            PasswordField(),
            QComboBox(),
        )
        mail.set_label("メールアドレス")
        mail.edit.setText("hanako.yamada@example")
        mail.show_error("「@」の後ろを確認（例：example.jp）")
        number.set_label("郵便番号", "7けた")
        number.editor.setText("９２０-０８５３")
        password.set_label("パスワード", "8文字以上")
        password.edit.setText("secret")
        password.show_notice("Caps Lock がオンです")
        choice.addItems(["受け取る（検針・請求・未納）", "受け取らない"])
        combo = Field(choice)
        combo.set_label("お知らせメール", "任意")
        fixed = TextField()
        fixed.set_label("ログインID")
        fixed.edit.setText("hanako4821")
        fixed.edit.setReadOnly(True)
        tick = QCheckBox("説明し、同意を得た")
        tick.setChecked(True)
        fields = row(mail, number, password, combo, fixed, gap=16)
        return Card(
            column(
                fields,
                row(tick, QCheckBox("折り返し連絡が必要"), STRETCH),
                margins=(16, 12, 16, 12),
            )
        )

    def _buttons(self) -> QWidget:
        resting = Button("使えない")
        resting.setEnabled(False)
        segments = Segments("表示", 3)
        segments.set_labels(["すべて", "未納", "納付済"], [12, 2, 10])
        copy = Button("コピー", ButtonKind.ICON, "copy")
        self.focused = QLineEdit("フォーカス")
        parts = [
            Button("主ボタン", ButtonKind.PRIMARY), Button("納付書を印刷", icon="print"),
            Button("CSV", ButtonKind.GHOST, "csv"), Button("退会する", ButtonKind.DANGER),
            resting, segments, copy, QLineEdit("入力欄"), self.focused,
        ]  # fmt: skip
        return clear_box(row(*parts, STRETCH, gap=10))

    def _chips(self) -> QWidget:
        states = [
            ("納付済", Kind.OK, "check"), ("納期限前", Kind.INFO, "clock"),
            ("納期限経過 1件 5,010円", Kind.ERR, "warn"), ("メーター交換 10/8", Kind.WARN, "bell"),
            ("3 内容確認", Kind.MUTE, ""),
        ]  # fmt: skip
        roles = [
            Label(f"{role} 1,117", role)
            for role in ("kpi", "h1", "num", "h2", "figure", "sub", "xs")
        ]
        long = ElidedLabel(
            "とても長い住所なので途中で切れて表示される石川県金沢市本町1丁目4-12-203"
        )
        wrapped = Paragraph(
            "二行にわたる文章は、行と行の間に余白があるので読みやすく、文字が触れ合うことはありません。",
            "sub",
        )
        chips = row(*[Chip(*state) for state in states], row(*roles, gap=10), STRETCH)
        return Card(column(chips, Rule(), row(long, wrapped, gap=16), margins=(16, 8, 16, 8)))

    def _keys(self) -> QWidget:
        bar = FunctionBar()
        names = {
            1: "操作案内",
            2: "お客様検索",
            3: "場所切替",
            5: "最新表示",
            6: "料金明細",
            9: "お客様画面",
            12: "応対終了",
        }
        bar.set_actions(
            {n: self._action(name, f"F{n}", usable=n != 3) for n, name in names.items()}
        )
        return bar


def _sheet(inside: QWidget) -> Card:
    return Card(column(inside, margins=(0, 0, 0, 0)))


def main(file: str, scale: str = "100") -> None:
    """Write the sheet as a picture."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.load("light", int(scale)))
    gallery = Gallery()
    gallery.resize(1366, 768)
    gallery.show()
    gallery.toast.say("お客様番号をコピーしました")
    gallery.focused.setFocus()
    gallery.skeleton._appear()
    app.processEvents()
    app.processEvents()
    gallery.grab().save(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
