"""What briefgen says in Russian."""

from briefgen.text.wording.figure_style import FigureStyle
from briefgen.text.wording.furniture import Furniture
from briefgen.text.wording.quotes import Quotes
from briefgen.text.wording.words import (
    ChangeWords,
    ChartWords,
    EstimateWords,
    NoteWords,
    SourceWords,
    StatementWords,
    Wording,
)


def _form(count: int) -> int:
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


RUSSIAN = Wording(
    language="ru",
    furniture=Furniture(
        contents="Содержание",
        page="Страница {page} из {pages}",
        as_of="Данные на {date}",
        months=(
            *("января", "февраля", "марта", "апреля", "мая", "июня"),
            *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
        ),
        months_alone=(
            *("январь", "февраль", "март", "апрель", "май", "июнь"),
            *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
        ),
        day="{day} {month} {year}\u00a0г.",
        month="{month} {year}\u00a0г.",
        year="{year}\u00a0г.",
    ),
    figures=FigureStyle(
        group="\u00a0",
        decimal=",",
        to="…",
        magnitudes=((10**12, "\u00a0трлн"), (10**9, "\u00a0млрд"), (10**6, "\u00a0млн")),
        per_cent_apart=True,
    ),
    quotes=Quotes(opening="«", closing="»", inner_opening="„", inner_closing="“"),
    form=_form,
    statements=StatementWords(
        key_judgements="Основные выводы",
        judgement="Вывод",
        assumption="Допущение",
        alternative="Другая возможность",
        gap="Пробел",
        to_be_written="Этот раздел ещё предстоит написать.",
        likelihood="Вероятность: ",
        confidence="Уверенность: ",
        levels={"high": "высокая", "moderate": "средняя", "low": "низкая"},
        up_to="до {high}",
        at_least="{low} и более",
    ),
    estimates=EstimateWords(
        quantity="Величина",
        voices="Кто что сообщает",
        together="Вместе",
        computed="вычислено",
        single="Только один голос.",
        same="Источники согласны.",
        overlap="Источники расходятся, но одно значение подходит всем.",
        conflict="Источники противоречат друг другу: ни одно значение не подходит всем.",
        from_figures="Вычислено по названным величинам.",
        one_origin="Одно происхождение, рассказано несколько раз.",
        several_values="Только один голос, с несколькими значениями.",
    ),
    charts=ChartWords(
        voices="кто что сообщает",
        timeline="хронология",
        bars="столбчатая диаграмма",
        lines="график",
        in_unit="{kind}, единица: {unit}",
        one_origin="одно происхождение",
        share_origin="{voices}: одно происхождение",
    ),
    notes=NoteWords(
        paragraph="абз.\u00a0{paragraph}",
        row="строка\u00a0{row}",
        column="{row}, столбец {head}",
        page="с.\u00a0{page}, {paragraph}",
        colon=": ",
        and_=" и ",
        last_of_three=" и ",
        and_others=" и др.",
        author="автор",
        date="дата",
        address="адрес",
        not_captured="{missing}: нет данных",
        mark="Сноска {number}",
        back="Назад к знаку сноски {number}",
    ),
    sources=SourceWords(
        scale="Термины вероятности",
        scale_use=(
            "Термины вероятности взяты из шкалы {scale} и означают эти промежутки. "
            "Уверенность — отдельное суждение: она говорит о том, насколько утверждение обосновано, "
            "а не насколько оно вероятно."
        ),
        summary="Обзор источников",
        rests="Эта справка опирается на {passages} из {sources}.",
        passages=("{count} отрывок", "{count} отрывка", "{count} отрывков"),
        sources=("{count} источника", "{count} источников", "{count} источников"),
        one_voice="Отрывки {passages} имеют одно происхождение и считаются одним голосом.",
        perhaps_one_voice=(
            "Отрывки {passages}, возможно, имеют одно происхождение и считаются одним голосом."
        ),
        source="Источник",
        what="Что это",
        reliability="Надёжность",
        item="Сведения",
        credibility="Достоверность",
        not_graded="не оценена",
        not_described="не описан",
        reliabilities={
            "A": "полностью надёжный",
            "B": "обычно надёжный",
            "C": "довольно надёжный",
            "D": "не всегда надёжный",
            "E": "ненадёжный",
            "F": "надёжность оценить нельзя",
        },
        credibilities={
            1: "подтверждено другими источниками",
            2: "вероятно, правда",
            3: "возможно, правда",
            4: "сомнительно",
            5: "неправдоподобно",
            6: "достоверность оценить нельзя",
        },
        list="Источники",
        captured="Получено: {date}",
        capture_unknown="День получения не записан.",
        says="В нём сказано {words}: {remark}",
        file="{file}, {size} байт, SHA-256 {digest}",
    ),
    changes=ChangeWords(
        title="Что изменилось после {since}",
        nothing="После {since} не изменились ни выводы, ни величины, ни утверждения, ни источники.",
        since_day="{date}",
        since_edition="выпуска {number} от {date}",
        since_first="первого выпуска от {date}",
        further=(
            "Изменено ещё {count} утверждение.",
            "Изменены ещё {count} утверждения.",
            "Изменено ещё {count} утверждений.",
        ),
        new_judgement="Новый вывод.",
        judgement_dropped="Вывод снят.",
        judgement_reworded="Вывод изложен иначе.",
        likelihood_changed="Вероятность изменена.",
        confidence_changed="Уверенность изменена.",
        new_figure="Новая величина.",
        figure_dropped="Величина снята.",
        figure_moved="Величина изменилась.",
        new_in="Новое в разделе",
        removed_from="Убрано из раздела",
        reworded_in="Изложено иначе в разделе",
        new_source="Новый источник.",
        source_withdrawn="Источник отозван.",
        source_altered="Источник изменён.",
        passage_moved="Отрывок сместился.",
        passage_gone="Отрывок больше не найден.",
        before=", раньше {before}.",
        now_before=": теперь {after}, раньше {before}.",
        no_likelihood="без вероятности",
        no_confidence="никакой",
        confident="уверенность {level}",
        computed="вычислено",
        standing=(
            "приведённый из него отрывок стоит слово в слово",
            "оба приведённых из него отрывка стоят слово в слово",
            "все приведённые из него отрывки ({count}) стоят слово в слово",
        ),
        paragraph="абзац {paragraph}",
        row="строка {row}",
        page="{place} (страница {page})",
    ),
)
