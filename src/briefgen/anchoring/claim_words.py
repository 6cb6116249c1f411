"""Words that carry a claim: where one of them differs, the claim differs, however alike the rest looks."""

from __future__ import annotations

from briefgen.text.tokens import NEGATIONS, NUMERALS, word_set

DENIALS = NEGATIONS | word_set(
    """
    non anti cannot can't won't without lack lacks lacked lacking fail fails failed failing refuse refuses
    refused except unless instead rather denied denies deny не ни нет никто ничего никогда без нельзя 안
    못 없다 아니다
    """
)
"""Words that turn a statement round."""

NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "non", "non-", "dis", "mis", "anti", "anti-", "не")
"""What turns a word into its opposite when set before it."""

MODALS = word_set(
    """
    may might can could shall should will would must ought likely unlikely probably possibly perhaps
    maybe certainly surely definitely possible impossible probable improbable able unable potentially
    reportedly allegedly apparently supposedly seemingly presumably would-be alleged suspected confirmed
    claimed claims claim expected planned plan plans proposed proposes propose approved approves approve
    estimated estimates estimate thought believed said reported known considered assumed supposed appear
    appears appeared seem seems seemed может могут мог могла могли должен должна должны вероятно
    возможно якобы
    """
)
"""Words that say how sure, possible or due something is."""

LINKS = word_set(
    """
    or nor if whether unless because although though despite therefore hence so yet и или если хотя
    потому
    """
)
"""Words that say how one thing depends on another."""

PRESENT = word_set(
    """
    is are am has have do does
    """
)

PAST = word_set(
    """
    was were had did
    """
)
"""The verbs that tell what holds from what held."""

QUANTIFIERS = word_set(
    """
    all every each most many several some few any both either half partly entirely wholly fully only
    almost nearly about around approximately roughly exactly precisely over under least up than more
    less fewer greater smaller twice slightly sharply somewhat largely mainly mostly markedly always
    often sometimes rarely seldom все всего почти около более менее больше меньше только каждый
    некоторые < > ≤ ≥ ~ ≈ ± 모든 약 이상 이하 미만
    """
)
"""Words that say how much of something, how often, or how exactly."""

DIRECTIONS = word_set(
    """
    up down upward downward upwards downwards rise rises rose risen rising fall falls fell fallen
    falling increase increases increased increasing decrease decreases decreased decreasing grow grows
    grew grown growing shrink shrinks shrank shrinking expand expands expanded contract contracts
    contracted gain gains gained gaining lose loses lost losing win wins won winning higher lower above
    below before after since until till by to from into onto for against with within outside inside
    north south east west northern southern eastern western first last next previous former latter
    earlier later early late sooner old new buy buys bought sell sells sold import imports imported
    export exports exported enter enters entered leave leaves left accept accepts accepted reject
    rejects rejected allow allows allowed ban bans banned forbid forbids forbade permit permits
    permitted include includes included exclude excludes excluded support supports supported oppose
    opposes opposed attack attacks attacked defend defends defended send sends sent receive receives
    received give gives gave take takes took begin begins began start starts started stop stops stopped
    end ends ended continue continues continued raise raises raised cut cuts improve improves improved
    worsen worsens worsened strengthen strengthens strengthened weaken weakens weakened advance advances
    advanced retreat retreats retreated stronger weaker longer shorter faster slower bigger larger
    smaller wider narrower deeper cheaper easier harder heavier lighter widen widens widened narrow
    narrows narrowed inclusive exclusive internal external successor predecessor lowered better worse
    best worst good bad positive negative high low long short strong weak true false right wrong maximum
    minimum alive dead loss losses opened closed open close men women man woman male female incl excl
    inflow inflows outflow outflows surplus deficit majority minority plaintiff defendant buyer seller
    lessor lessee debtor creditor до после перед вверх вниз рост падение выше ниже 이전 이후 증가 감소
    """
)
"""Words that say which way, in what order, or on which side."""

UNITS = word_set(
    """
    % ‰ ° $ € £ ¥ ₩ ₽ ₴ percent percentage point points dollar dollars euro euros pound pounds ruble
    rubles rouble roubles won yen yuan usd eur gbp rub krw s min mins cent cents mm cm m km kilometre
    kilometres kilometer kilometers metre metres meter meters mile miles foot feet inch inches yard
    yards hectare hectares acre acres litre litres liter liters barrel barrels gallon gallons gram grams
    g kg mg µg μg ml l kilogram kilograms kilo kilos ton tons tonne tonnes ounce ounces second seconds
    minute minutes hour hours day days daily week weeks weekly fortnight month months monthly quarter
    quarterly year years yearly annual annually decade decades century centuries kpa mmhg hpa bar psi db
    ppm iu zloty krona kronor krone franc francs rupee rupees lira hryvnia hz khz mhz ghz kw mw gw kwh
    mwh watt watts volt volts degree degrees celsius fahrenheit bn mn рублей рубля долларов доллара евро
    километров километра метров тонн тонны лет года дней дня часов минут 원 달러 명 킬로미터 톤
    """
)
"""Words and signs of measure."""

FIGURES = NUMERALS | word_set(
    """
    second secondly thirds fourth fifth sixth seventh eighth ninth tenth pair couple score один два три
    четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона миллионов
    миллиард миллиарда миллиардов тыс млн млрд трлн 하나 둘 셋 백 천 만 억
    """
)
"""Numbers written as words."""

CONNECTIVES = word_set(
    """
    a an the this that these those it its he she they we you i his her their our and or but so as of in
    on at is are was were be been being has have had do does did there here then now also however
    moreover thus while when where which who whom whose what how why such than too very just even still
    yet already
    """
)
"""Words that open a sentence with a capital and name nobody."""
