"""The parser: hashed words, two layers of BiLSTM, and for every pair of words how surely one hangs on the other.

Tags, arcs and labels are scored from the same 2 x WIDTH numbers a word (Dozat and Manning, 2017).
"""

import torch
from torch import nn
from torch.nn import functional as F

from words import BUCKETS, COLUMNS

TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ "
    "RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
).split()
LABELS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()

SIZES = {"word": 96, "start": 32, "end": 48, "shape": 24}
WIDTH = 176
ARC = 128
LABEL = 64


class Parser(nn.Module):
    def __init__(self):
        super().__init__()
        self.tables = nn.ModuleDict({name: nn.Embedding(BUCKETS[name], SIZES[name], padding_idx=0) for name in BUCKETS})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.5)
            table.weight.data[0] = 0
        self.root = nn.Parameter(torch.randn(2 * WIDTH) * 0.1)
        self.dropout = nn.Dropout(0.25)
        self.first = nn.LSTM(sum(SIZES.values()), WIDTH, bidirectional=True, batch_first=True)
        self.second = nn.LSTM(2 * WIDTH, WIDTH, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(2 * WIDTH, len(TAGS))
        self.arc_head = nn.Linear(2 * WIDTH, ARC)
        self.arc_word = nn.Linear(2 * WIDTH, ARC)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.label_head = nn.Linear(2 * WIDTH, LABEL)
        self.label_word = nn.Linear(2 * WIDTH, LABEL)
        self.label = nn.Parameter(torch.randn(len(LABELS), LABEL + 1, LABEL + 1) * 0.02)

    def forward(self, features):
        """features (batch, n, 5), all of a batch equally long -> tag scores (batch, n, tags), arc scores
        (batch, n, n + 1; column 0 is the root), and what `labels` needs."""
        parts = {}
        for column, name in enumerate(COLUMNS):
            found = self.tables[name](features[..., column])
            parts[name] = parts[name] + found if name in parts else found
        x = self.dropout(torch.cat([parts[name] for name in SIZES], -1))
        x = self.dropout(self.first(x)[0])
        x = self.dropout(self.second(x)[0])
        heads = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        arcs = one_more(F.relu(self.arc_word(x))) @ self.arc @ F.relu(self.arc_head(heads)).transpose(1, 2)
        return self.tag(x), arcs, one_more(F.relu(self.label_word(x))), one_more(F.relu(self.label_head(heads)))

    def labels(self, word, head, columns):
        """Label scores (batch, n, labels) for the given head of every word."""
        chosen = head.gather(1, columns.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        batch, n, size = word.shape
        turned = word.reshape(batch * n, size) @ self.label.permute(1, 0, 2).reshape(size, -1)
        return torch.einsum("ble,be->bl", turned.view(batch * n, len(LABELS), size), chosen.reshape(batch * n, size)).view(batch, n, -1)


def one_more(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
