"""What briefgen says in French."""

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
    return 0 if count < 2 else 1


FRENCH = Wording(
    language="fr",
    furniture=Furniture(
        contents="Sommaire",
        page="Page {page} sur {pages}",
        as_of="Date de l’information\u00a0: {date}",
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        short_months=(
            *("janv.", "févr.", "mars", "avril", "mai", "juin"),
            *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
        ),
        first_day="1er",
    ),
    figures=FigureStyle(
        group="\u202f",
        decimal=",",
        magnitudes=((10**9, "\u00a0milliards"), (10**6, "\u00a0millions")),
        per_cent_apart=True,
    ),
    quotes=Quotes(opening="«\u00a0", closing="\u00a0»", inner_opening="“", inner_closing="”"),
    form=_form,
    statements=StatementWords(
        key_judgements="Jugements clés",
        judgement="Jugement",
        assumption="Hypothèse",
        alternative="Autre possibilité",
        gap="Lacune",
        likelihood="Probabilité\u00a0: ",
        confidence="Confiance\u00a0: ",
        levels={"high": "élevée", "moderate": "moyenne", "low": "faible"},
        up_to="jusqu’à {high}",
        at_least="{low} ou plus",
    ),
    estimates=EstimateWords(
        quantity="Grandeur",
        voices="Qui dit quoi",
        together="Ensemble",
        computed="calculé\u00a0",
        single="Une seule voix.",
        same="Les sources concordent.",
        overlap="Les sources diffèrent, mais une valeur convient à toutes.",
        conflict="Les sources se contredisent\u00a0: aucune valeur ne convient à toutes.",
        from_figures="Calculé à partir des grandeurs nommées.",
        one_origin="Une seule origine, racontée plusieurs fois.",
        several_values="Une seule voix, avec plusieurs valeurs.",
    ),
    charts=ChartWords(
        voices="qui dit quoi",
        timeline="chronologie",
        bars="diagramme en barres",
        lines="courbe",
        in_unit="{kind}, en {unit}",
        one_origin="même origine",
        share_origin="{voices} ont une même origine",
    ),
    notes=NoteWords(
        paragraph="par.\u00a0{paragraph}",
        page="p.\u00a0{page}, {paragraph}",
        colon="\u00a0: ",
        and_=" et ",
        last_of_three=" et ",
        and_others=" et al.",
        author="auteur",
        date="date",
        address="adresse",
        not_captured="{missing}\u00a0: non relevé",
        mark="Note {number}",
        back="Retour à l’appel de la note {number}",
    ),
    sources=SourceWords(
        scale="Termes de probabilité",
        scale_use=(
            "Les termes de probabilité sont ceux de l’échelle {scale} et désignent ces intervalles. "
            "La confiance est un jugement à part\u00a0: elle dit si une affirmation est bien fondée, "
            "non si elle est probable."
        ),
        summary="Aperçu des sources",
        rests="Cette note repose sur {passages} de {sources}.",
        passages=("{count} passage", "{count} passages"),
        sources=("{count} source", "{count} sources"),
        one_voice="Les passages {passages} ont une même origine et comptent pour une seule voix.",
        perhaps_one_voice=(
            "Les passages {passages} ont peut-être une même origine et comptent pour une seule voix."
        ),
        source="Source",
        what="Ce qu’elle est",
        reliability="Fiabilité",
        item="Information",
        credibility="Crédibilité",
        not_graded="non cotée",
        not_described="non décrite",
        reliabilities={
            "A": "totalement fiable",
            "B": "habituellement fiable",
            "C": "assez fiable",
            "D": "pas toujours fiable",
            "E": "peu sûre",
            "F": "fiabilité impossible à juger",
        },
        credibilities={
            1: "confirmée par d’autres sources",
            2: "probablement vraie",
            3: "peut-être vraie",
            4: "douteuse",
            5: "improbable",
            6: "véracité impossible à juger",
        },
        list="Sources",
        captured="Relevé\u00a0: {date}.",
        capture_unknown="Jour du relevé non noté.",
        says="On y lit {words}\u00a0: {remark}",
        file="{file}, {size} octets, SHA-256 {digest}",
    ),
    changes=ChangeWords(
        title="Ce qui a changé depuis {since}",
        nothing="Depuis {since}, aucun jugement, aucune grandeur, affirmation ni source n’a changé.",
        since_day="le {date}",
        since_edition="l’édition {number} du {date}",
        since_first="la première édition du {date}",
        further=(
            "{count} autre affirmation a été modifiée.",
            "{count} autres affirmations ont été modifiées.",
        ),
        new_judgement="Nouveau jugement.",
        judgement_dropped="Jugement retiré.",
        judgement_reworded="Jugement reformulé.",
        likelihood_changed="Probabilité modifiée.",
        confidence_changed="Confiance modifiée.",
        new_figure="Nouvelle grandeur.",
        figure_dropped="Grandeur retirée.",
        figure_moved="Grandeur modifiée.",
        new_in="Nouveau dans",
        removed_from="Retiré de",
        reworded_in="Reformulé dans",
        new_source="Nouvelle source.",
        source_withdrawn="Source retirée.",
        source_altered="Source modifiée.",
        passage_moved="Passage déplacé.",
        passage_gone="Passage introuvable.",
        before=", auparavant {before}.",
        now_before="\u00a0: maintenant {after}, auparavant {before}.",
        no_likelihood="sans probabilité",
        no_confidence="aucune",
        confident="confiance {level}",
        computed="calculé",
        standing=(
            "le passage qui en est cité s’y trouve mot pour mot",
            "les deux passages qui en sont cités s’y trouvent mot pour mot",
            "les {count} passages qui en sont cités s’y trouvent mot pour mot",
        ),
        paragraph="paragraphe {paragraph}",
        page="{place} (page {page})",
    ),
)
