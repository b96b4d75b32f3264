"""From text to words, and from words to the numbers that the parser reads.

The reader does the same in TypeScript; `../test/fixture/parses.json` holds cases that both must answer alike.
"""

import re

QUOTES = str.maketrans("‘’ʼ´`“”„«»", "'''''\"\"\"\"\"")

L = r"[^\W_]"  # a letter or a digit of any script: [\p{L}\p{N}] in JavaScript
END = rf"(?!{L})"
TOKEN = re.compile(
    rf"(?<!{L})(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[Jj]r|[Ss]r|[Pp]rof|[Ll]t|[Ss]gt|[Cc]apt|[Mm]t|vs|etc)\.{END}"
    rf"|(?<!{L})(?:[A-Za-z]\.){{2,}}{END}"
    rf"|{L}+?(?=[nN]'[tT]{END})"
    rf"|[nN]'[tT]{END}"
    rf"|'(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL]){END}"
    r"|\d+(?:[.,:]\d+)+"
    rf"|{L}+(?:'(?!(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL]){END}){L}+)*"
    r"|\.{2,}|-{2,}"
    r"|\S"
)


def words(text):
    """The words of a text, in order; their letters are the text's own, but for quotes, which are made straight."""
    return TOKEN.findall(text.translate(QUOTES))


BUCKETS = {"word": 8000, "start": 1500, "end": 3000, "shape": 1000}
COLUMNS = ("word", "word", "start", "end", "shape")  # the table that each of a word's five numbers is looked up in


def fnv(text):
    """FNV-1a, 32 bits, of the text in UTF-8."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def shape(word):
    """Capitals as X, small letters as x, digits as d, all else as it is; runs cut to three, the whole to eight."""
    kinds = ""
    for c in word:
        kind = "X" if c != c.lower() else "x" if c != c.upper() else "d" if c.isnumeric() else c
        if kinds[-3:] != kind * 3:
            kinds += kind
    return kinds[:8]


def features(word):
    """Five numbers from 1 up; 0 stands for no word at all."""
    low = word.lower()
    texts = ("a" + low, "b" + low, "p" + low[:3], "s" + low[-4:], "f" + shape(word) + low[-2:])
    return [1 + fnv(text) % (BUCKETS[table] - 1) for text, table in zip(texts, COLUMNS)]
