import pickle
import shutil
import subprocess
import sys
import time
import tomllib

import pytest
import spacy
from spacy import displacy

from annotated import article, doc_of, rules
from cuttings import home, pipeline, tables
from cuttings.extract.spans import mentions
from cuttings.vocabulary import VocabularyError

ARTICLE = (
    "Six serving officers and one former officer at Harrowmere Constabulary are under "
    "investigation over racist messages "
    "in a WhatsApp group, the Independent Office for Police Conduct said on 6 May 2024.\n\n"
    "PC Dana Frome, of Tarrow Road police station, was charged under the Communications Act 2003.\n\n"
    "“We are sorry,” said Chief Constable Mo Adeyi. Frome was suspended. She will appear at Kerrin Crown Court.\n\n"
)

# what each component marks when only the sentences come before it
ALONE = {
    "cuttings_people": "PERSON",
    "cuttings_forces": "FORCE",
    "cuttings_bodies": "BODY",
    "cuttings_units": "UNIT",
    "cuttings_places": "PLACE",
    "cuttings_officers": "OFFICERS",
    "cuttings_platforms": "PLATFORM",
    "cuttings_laws": "LAW",
    "cuttings_allegations": "ALLEGATION",
    "cuttings_stages": "STAGE",
    "cuttings_sanctions": "SANCTION",
    "cuttings_dates": "DATE",
}


def spans(doc) -> list[tuple]:
    return [(s.start_char, s.end_char, s.label_, s.kb_id_, s.id_) for s in mentions(doc, *doc.spans)]


def alone(*names: str) -> spacy.Language:
    nlp = spacy.blank("en")
    for name in dict.fromkeys(["cuttings_sentences", *names]):
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize("name", pipeline.COMPONENTS)
def test_each_component_is_registered_and_runs_alone(name):
    assert spacy.Language.has_factory(name)
    assert alone(name)(ARTICLE).text == ARTICLE


@pytest.mark.parametrize(("name", "label"), ALONE.items())
def test_each_extractor_works_alone(name, label):
    assert {span.label_ for span in mentions(alone(name)(ARTICLE), *alone(name)(ARTICLE).spans)} == {label}


@pytest.mark.parametrize("name", pipeline.COMPONENTS)
def test_each_component_takes_an_empty_article(name):
    assert len(alone(name)("")) == 0


def test_every_label_has_its_extractor():
    made = {span[2] for span in spans(doc_of(ARTICLE))}
    assert set(ALONE.values()) == made
    assert made <= set(tables.LABELS)


def test_the_default_needs_no_model():
    assert pipeline.chosen_model("none") == pipeline.chosen_model("") == ""
    assert rules().pipe_names == list(pipeline.COMPONENTS)


def test_a_model_that_is_not_installed_is_an_error_that_says_what_to_do():
    with pytest.raises(pipeline.ModelError, match=r"'en_no_such_model' is not installed .*model=none.*spacy download"):
        pipeline.build_pipeline(model="en_no_such_model")


def test_auto_is_an_installed_model_or_none():
    chosen = pipeline.chosen_model("auto")
    assert chosen == "" or (chosen in pipeline.MODELS and spacy.util.is_package(chosen))


def test_a_pipeline_that_was_saved_and_loaded_gives_the_same_spans(tmp_path):
    rules().to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert loaded.pipe_names == rules().pipe_names
    assert spans(pipeline.read(loaded, ARTICLE)) == spans(doc_of(ARTICLE))


def test_a_saved_pipeline_takes_its_vocabulary_along_and_is_loaded_without_an_import(tmp_path):
    words = tmp_path / "words"
    shutil.copytree(home.vocabulary(), words)
    with (words / "platforms.csv").open("a", encoding="utf-8") as file:
        file.write("Pigeonpost,pigeonpost,invented for a test\n")
    pipeline.build_pipeline(words).to_disk(tmp_path / "pipeline")
    shutil.rmtree(words)
    script = "import spacy, sys; nlp = spacy.load(sys.argv[1]); doc = nlp('Two officers swapped jokes on Pigeonpost.')"
    script += "; print(nlp.pipe_names[0], [span.kb_id_ for span in doc.spans['PLATFORM']])"
    command = [sys.executable, "-c", script, str(tmp_path / "pipeline")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("cuttings_sentences ['Pigeonpost']", "")


def test_every_component_is_an_entry_point_of_the_project():
    declared = tomllib.loads((home.notebooks().parent / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    wanted = {name: f"cuttings.pipeline:factories.{name}" for name in pipeline.COMPONENTS}
    assert declared["spacy_factories"] == wanted


def test_a_bad_row_is_an_error_before_the_first_article(tmp_path):
    words = tmp_path / "words"
    shutil.copytree(home.vocabulary(), words)
    with (words / "stages.csv").open("a", encoding="utf-8") as file:
        file.write("sentensed,was sentensed,\n")
    with pytest.raises(VocabularyError, match=r"stages\.csv, line \d+, column code: 'sentensed'.*sentenced"):
        pipeline.build_pipeline(words)


def test_components_can_be_pickled_for_other_processes():
    nlp = rules()
    again = [pickle.loads(pickle.dumps(component)) for _, component in nlp.pipeline]
    doc = nlp.make_doc(ARTICLE)
    for component in again:
        doc = component(doc)
    assert spans(doc) == spans(pipeline.read(nlp, ARTICLE))


def test_what_is_known_of_a_mention_is_at_hand_on_the_doc():
    doc = pipeline.read(rules(), ARTICLE)
    charged = next(span for span in doc.spans["STAGE"] if span.kb_id_ == "charged")
    assert (charged._.standing, charged._.account) == ("reported", "0")
    assert [quote.speaker for quote in doc._.quotes][-1] == "Mo Adeyi"
    assert doc._.segments[0].account == 0


def test_displacy_draws_the_mentions_of_a_label():
    page = displacy.render(doc_of(ARTICLE), style="span", options={"spans_key": "FORCE"}, jupyter=False)
    assert "Harrowmere" in page and "FORCE" in page


def test_the_words_of_one_article_do_not_change_another():
    first = spans(doc_of(ARTICLE))
    doc_of("Dana Frome is a town. The watchdog is the Kerrin Police Ombudsman.")
    assert spans(doc_of(ARTICLE)) == first


def test_dates_are_resolved_against_the_day_of_publication():
    text = "Six officers were suspended on Monday."
    assert [span.kb_id_ for span in mentions(doc_of(text, published="2024-05-10"), "DATE")] == ["2024-05-06"]
    assert [span.kb_id_ for span in mentions(doc_of(text), "DATE")] == []


def seconds(text: str) -> float:
    started = time.process_time()
    doc_of(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            ARTICLE,
            id="paragraphs",
        ),
        pytest.param(
            ARTICLE.replace("\n\n", " "),
            id="one line",
        ),
        pytest.param(
            ARTICLE.replace("”", ""),
            id="marks that do not close",
        ),
        pytest.param(
            "PC Dana Frome, Sgt Lee Ashby, ",
            id="names without end",
        ),
        pytest.param(
            "Six officers and one officer, ",
            id="counts without end",
        ),
    ],
)
def test_time_grows_in_proportion_to_length(text):
    """Twenty times the text takes about twenty times the CPU time; four hundred where each word meets every other."""
    short = text * (1 + 1_500 // len(text))
    doc_of(short)
    least = min(seconds(short) for _ in range(3))
    assert min(seconds(short * 20) for _ in range(2)) <= 80 * least


def test_annotate_writes_three_tables_that_fit(tmp_path):
    row = article(ARTICLE, published="2024-05-10")
    tables.write("articles", tables.frame("articles", [row]), tmp_path)
    pipeline.annotate(tmp_path)
    sentences, marked, quotes = (tables.read(name, tmp_path) for name in ("sentences", "mentions", "quotes"))
    assert set(marked["sentence_id"]) <= set(sentences["sentence_id"])
    assert marked["mention_id"].is_unique and sentences["sentence_id"].is_unique and quotes["quote_id"].is_unique
    assert set(marked["rule"].str.contains(".csv:", regex=False) == (marked["origin"] == "vocabulary")) == {True}
    for found in marked.itertuples():
        assert ARTICLE[found.start : found.end] == found.text
    for quote in quotes[quotes["speaker"] != ""].itertuples():
        assert 0 <= quote.speaker_start < quote.speaker_end <= len(ARTICLE)


def test_an_article_on_which_a_component_breaks_costs_no_other(tmp_path, monkeypatch, capsys) -> None:
    rows = [article(ARTICLE), article("Kerrin Police has begun. This one breaks.")]
    read = pipeline.read

    def breaks(nlp, text, *told):
        if "breaks" in text:
            raise ValueError("no such sentence")
        return read(nlp, text, *told)

    monkeypatch.setattr(pipeline, "read", breaks)
    tables.write("articles", tables.frame("articles", rows), tmp_path)
    pipeline.annotate(tmp_path)
    assert set(tables.read("sentences", tmp_path)["article_id"]) == {rows[0]["article_id"]}
    said = capsys.readouterr().err
    assert rows[1]["file"] in said and "no such sentence" in said and rows[0]["file"] not in said
