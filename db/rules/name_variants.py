"""Characters of names and addresses that a search takes for one another.

Only search keys are folded with this table; what is registered is stored, shown and printed as it
is. One family a word, the form that the keys use first. Each family was looked at by hand: general
tables of variants are too loose (they hold 埼 for 崎: two different characters) or too narrow (they
lack 𠮷). Compatibility ideographs (神, 塚, 福 in their old printed form) and variation sequences
need no line: NFKC and the dropping of selectors fold them before.
"""

from __future__ import annotations

from typing import Final

# The same character, printed differently.
# Old printed forms (康熙字典体), as in the brackets of 常用漢字表 and in 戸籍法施行規則 別表第二
_OLD_FORMS = """
亜亞 悪惡 為爲 隠隱 栄榮 営營 衛衞 円圓 縁緣 応應 欧歐 奥奧 横橫 温溫 価價 会會
絵繪 懐懷 楽樂 覚覺 学學 岳嶽 巻卷 関關 観觀 気氣 帰歸 亀龜 旧舊 挙擧舉 峡峽 教敎
暁曉 区區 駆驅 勲勳 薫薰 径徑 恵惠 経經 継繼 渓溪 鶏鷄雞 芸藝 県縣 剣劍劔釼 険險
検檢 権權 顕顯 験驗 厳嚴 広廣 恒恆 黄黃 国國圀 黒黑 児兒 済濟 斎齋 歳歲 桜櫻 雑雜
参參 残殘 糸絲 実實 写寫 釈釋 寿壽 収收 従從 渋澁澀 縦縱 処處 緒緖 将將 称稱 焼燒
証證 条條 状狀 乗乘 浄淨 嬢孃 譲讓 真眞 慎愼 寝寢 尽盡 図圖 粋粹 穂穗 随隨 瀬瀨
声聲 斉齊 静靜 摂攝 説說 専專 浅淺 戦戰 潜潛 銭錢 双雙 壮壯 荘莊 装裝 総總 蔵藏
臓臟 続續 体體躰 対對 帯帶 台臺 滝瀧 沢澤 択擇 単單 担擔 団團 弾彈 昼晝 庁廳 聴聽
鎮鎭 鉄鐵鐡銕 転轉 点點 伝傳 当當 灯燈 党黨 闘鬪 稲稻 徳德 独獨 読讀 届屆 弐貳
発發 拝拜 売賣 麦麥 浜濱濵 払拂 仏佛 並竝 辺邊邉 変變 宝寶寳 歩步 豊豐 翻飜 万萬
満滿 毎每 黙默 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽
竜龍 両兩 猟獵 緑綠 塁壘 礼禮 励勵 霊靈 暦曆 歴歷 恋戀 炉爐 労勞 郎郞 録錄 湾灣
壱壹 医醫 塩鹽 拡擴 殻殼 勧勸 歓歡 陥陷 寛寬 戯戲 犠犧 勅敕 暖煖 郷鄕鄉 戸戶 呉吳
姫姬 彦彥 悦悅 晩晚 清淸 青靑 増增 瓶甁 壌壤 醸釀 奨奬獎 砕碎 辞辭 巣巢 虫蟲 蛍螢
鋳鑄 逓遞 縄繩 脳腦 廃廢 髪髮 秘祕 賛贊 畳疊 嘱囑 駅驛 鋭銳 閲閱 内內 舎舍 産產
査查 税稅 脱脫 即卽 既旣 概槪 研硏 併倂 餅餠 頬頰 柿柹 隣鄰 仮假 号號 姉姊 圧壓
属屬 断斷 枢樞 数數 歯齒 狭狹 画畫 穏穩 茎莖 艶艷 顔顏 齢齡 麺麵麪 舗舖鋪 鉱鑛
錬鍊 軽輕 遅遲 楼樓 獣獸 涙淚 触觸 叙敍敘 湿濕 滞滯 争爭 禅禪 覇霸
"""
# Pairs allowed side by side for given names (人名用漢字別表), and 拡張新字体 of JIS X 0208
_NAME_FORMS = """
尭堯 槙槇 遥遙 瑶瑤 凛凜 晃晄 晋晉 巌巖 弥彌 曽曾 聡聰 萌萠 穣穰 禄祿 祢禰 祷禱
桧檜 薮藪 篭籠 砺礪 蛎蠣 鯵鰺 鴬鶯 騨驒 諌諫 壷壺 涛濤 梼檮 迩邇 竃竈 蝉蟬 蒋蔣
蝋蠟 芦蘆 鴎鷗 麹麴 頴穎 醤醬 頚頸 桝枡 庵菴 厩廐 鈎鉤 侠俠 繋繫 顛顚 煕熙熈 皐皋
昂昻 耀燿 猪豬 翠翆 讃讚 兎兔 爾尓 曳曵 亘亙 倶俱
"""
# Forms met in registered names (戸籍の異体字・俗字) and in old addresses
_REGISTER_FORMS = """
高髙 崎﨑 吉𠮷 島嶋嶌㠀 桑桒 柳栁桺 富冨 峰峯 淵渕渊 橋槗𣘺 土圡𡈽 喜㐂 秋穐秌 松枩
梅楳 柏栢 栃杤 野埜 村邨 船舩 鶴靏靍鸖 館舘 岡崗 脇𦚰 冴冱 沖冲 涼凉 湧涌 昇曻
哲喆 卯夘 本夲 裏裡 面靣 鼓皷 肇肈 簑蓑 毘毗 雁鴈 夢梦 杯盃 窓窗 鑑鑒 多夛 回囘
凡凢
"""
# Different characters in law, with the same reading in the same place of the same names, which
# people and old lists write for one another.
_CONFUSED = """
斎斉 坂阪 崎嵜碕 畑畠 州洲 荘庄 園薗 総惣 磯礒 刈苅 薮籔 杉椙 鎗鑓 栖棲 麹糀
"""


def _key_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for family in (_OLD_FORMS + _NAME_FORMS + _REGISTER_FORMS).split():
        forms.update(dict.fromkeys(family[1:], family[0]))
    for family in _CONFUSED.split():
        first, others = family[0], family[1:]
        for form in [form for form, key in forms.items() if key in others]:
            forms[form] = first
        forms.update(dict.fromkeys(others, first))
    return forms


KEY_FORMS: Final = _key_forms()
"""Variant character to the one that search keys hold in its place."""
