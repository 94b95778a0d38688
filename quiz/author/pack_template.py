"""The pack that ``quiz init`` writes: a made-up article, a question about it, and a README with the next steps."""

ARTICLE_FILE = "lantern-fair.txt"
ARTICLE = """\
The Lantern Fair of Marlow Quay

Marlow Quay is a town that you will find on no map; it was made up for this page. \
Its lantern fair began in 1987, when a storm cut the harbour off from the power station for three nights.

On the second night the baker, Ines Calloway, hung forty jam jars with candles along the quay, \
so that the fishing boats could see where the land began. All eleven boats came home.

“We did it to be useful,” she said years later, “and found that it was beautiful.” \
Since then every household brings one jar on the first Friday of November.
"""

QUESTIONS_FILE = "example.yaml"
QUESTIONS = """\
# yaml-language-server: $schema=../schemas/questions.schema.json
# One file a topic; the name of the file does not matter. `quiz check --watch` shows what is wrong as you save.
topic: The lantern fair
questions:
  - id: candles-in-jars                # never change it: records refer to it
    prompt: Who hung candles along the quay for the fishing boats?
    answer: Ines Calloway
    distractors: [Owen Tremlett, Marta Lindqvist, Piet Vandermeer]
    difficulty: easy                   # easy, medium (the default) or hard
    citations:
      - source: lantern-fair
        quote: the baker, Ines Calloway, hung forty jam jars with candles along the quay
    explanation: Her bakery had no power either, and so she was awake before everyone else.
"""

SOURCES_FILE = """\
# yaml-language-server: $schema=../schemas/sources.schema.json
# What is known about each article; null if unknown. `quiz add-source FILE` adds one.
pack: {pack}
sources:
  - id: lantern-fair
    file: {file}
    title: The Lantern Fair of Marlow Quay
    label: null
    publisher: null
    published: null                    # YYYY, YYYY-MM or YYYY-MM-DD
    sha256: {sha256}
    off_limits:                        # what no quote may use
      - {{from: you will find on no map; it was made up for this page, why: a note to whoever starts a pack}}
"""

README = """\
# {pack}

A pack of trivia that can be checked: `seeds/` has the articles and `sources.yaml`, which lists them; `questions/` has
the questions, each with a quote from an article that proves its answer. The example is made up; delete it when you
have your own.

    quiz add-source ARTICLE.txt --title "…" --publisher "…" --published 2024-12-09
    quiz check --watch .
    quiz --pack .

Run them in this folder. `schemas/` is for editors with yaml-language-server, which complete keys and underline
mistakes; `quiz schema` prints the current schemas.
"""
