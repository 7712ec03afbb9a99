"""Who gives what to whom, in which state, in languages other than English: the same grammar, other words."""

from __future__ import annotations

import pytest

from figures.extraction import extract

ROWS = [
    ("sv", "Norge ska ge 500 miljoner norska kronor till Ukraina.", "Norway > Ukraine | total_aid | pledged"),
    ("sv", "Sverige planerar att öka försvarsbudgeten till 175 miljarder kronor.", "Sweden > | defence_expenditure | planned"),
    ("sv", "Sverige lovade att skänka 16 miljarder kronor till Ukraina.", "Sweden > Ukraine | total_aid | pledged"),
    ("sv", "Försvarsutgifterna ska öka till 3,5 procent av BNP.", "> | defence_share_gdp | forecast"),
    ("sv", "Kriget har krävt 100 000 personer.", "> | people |"),
    ("sv", "Ukraina har fått 1,5 miljarder euro från EU.", "European Union > Ukraine | total_aid | delivered"),
    ("uk", "Союзники зобов'язалися виділити 40 млрд євро.", "NATO Allies > | | committed"),
    ("uk", "Німеччина планує збільшити видатки на оборону до 3,5% ВВП.", "Germany > | defence_share_gdp | planned"),
    ("uk", "Польща витратить на оборону 4,7% ВВП у 2025 році.", "Poland > | defence_share_gdp | pledged"),
    ("uk", "Від Японії Україна отримала 3 млрд доларів.", "Japan > Ukraine | total_aid | delivered"),
    ("ru", "Германия передала Украине 30 танков.", "Germany > Ukraine | equipment | delivered"),
    ("ru", "Украина получила от Германии 1,5 млрд евро.", "Germany > Ukraine | total_aid | delivered"),
    ("ru", "США одобрили военную помощь Украине на 61 млрд долларов.", "United States > Ukraine | military_aid | allocated"),
    ("ru", "Польша тратит на оборону 4,7% ВВП.", "Poland > | defence_share_gdp | spent"),
    ("ru", "Страны НАТО должны тратить на оборону 5% ВВП.", "NATO Allies > | defence_share_gdp | required"),
    ("ru", "Компания инвестировала 2 млрд рублей в завод.", "> | |"),
    ("ru", "Инфляция выросла до 9%.", "> | |"),
    ("de", "23 Verbündete erreichen das Ziel von 2 Prozent des BIP.", "NATO Allies > | allies_at_guideline |"),
    ("de", "Kiew erhielt von Berlin 30 Panzer.", "Germany > Ukraine | equipment | delivered"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "stated"), ROWS, ids=[row[1] for row in ROWS])
def test_context(language: str, text: str, stated: str) -> None:
    claim = extract(text, language)[0]
    found = f"{claim.actor} > {claim.recipient} | {claim.measure} | {claim.status}"
    assert found.split() == stated.split()


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Украине нужно 60 млрд долларов, сказал Владимир Зеленский.", "Владимир Зеленский"),
        ("ru", "Расходы составят 5% ВВП, заявил президент США Дональд Трамп.", "Дональд Трамп"),
        ("uk", "Як повідомила прем'єрка Данії Метте Фредеріксен, країна виділить 50 млрд крон.", "Метте Фредеріксен"),
        ("uk", "Про це повідомив міністр оборони Довіле Шакалєне: Вільнюс виділить 30 млн євро.", "Довіле Шакалєне"),
        ("ru", "Минобороны сообщило, что сбито 30 дронов.", ""),
        ("pl", "– Wydajemy 5 proc. PKB – powiedział w Brukseli minister obrony Jan Nowak.", "Jan Nowak"),
        ("uk", "«Ми отримали 5 млрд євро», — сказав президент України Володимир Зеленський.", "Володимир Зеленський"),
    ],
)  # fmt: skip
def test_speaker(language: str, text: str, speaker: str) -> None:
    assert extract(text, language)[0].speaker == speaker
