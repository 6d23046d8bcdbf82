"""Trains the network that reads two short questions side by side (lib/text/net.ts), one without each fold and one with all.

usage: python3 network.py FOLDER [FOLD ...]   (pairs.jsonl from prepare.ts is there; PyTorch, one thread, the same seed gives the
same weights; without a FOLD all of 0 to 4 and -1, with "general" only what all of them begin with)
"""

import json
import os
import random
import sys
from collections import Counter

import numpy
import torch
import torch.nn.functional as functional
from torch import nn

LETTER, STATE, COMPARED, KNOWN_FROM = 48, 64, 48, 66
LETTERS_READ, VOCABULARY, GENERAL_KEPT = 32, 3600, 12_000
GENERAL_EPOCHS, OWN_EPOCHS = 5, 3
SAVED = ["letters.weight", "around.weight", "around.bias", "align.weight", "compare.weight", "compare.bias"]
SAVED += ["pool.weight", "pool.bias", "answer.weight", "answer.bias"]


class Network(nn.Module):
    def __init__(self, known):
        super().__init__()
        self.letters = nn.Embedding(known, LETTER, padding_idx=0)
        nn.init.normal_(self.letters.weight, 0, 0.2)
        self.around = nn.Conv1d(LETTER, STATE, 3, padding=1)
        self.align = nn.Linear(STATE, STATE, bias=False)
        self.compare = nn.Linear(4 * STATE + 2, COMPARED)
        self.pool = nn.Linear(4 * COMPARED, COMPARED)
        self.answer = nn.Linear(COMPARED, 1)
        self.drop = nn.Dropout(0.25)

    def states(self, text):
        there = (text != 0).float().unsqueeze(2)
        letters = self.drop(self.letters(text)) * there
        return self.drop(functional.relu(self.around(letters.transpose(1, 2)).transpose(1, 2))) * there

    def forward(self, one, other):
        in_one, in_other = one != 0, other != 0
        states, others = self.states(one), self.states(other)
        same = (one.unsqueeze(2) == other.unsqueeze(1)) & in_one.unsqueeze(2) & in_other.unsqueeze(1)
        scores = torch.bmm(self.align(states), others.transpose(1, 2)) / 8.0 + 2.0 * same.float()
        to_other = scores.masked_fill(~in_other.unsqueeze(1), -1e4).softmax(2)
        to_one = scores.masked_fill(~in_one.unsqueeze(2), -1e4).softmax(1).transpose(1, 2)
        paired = same[:, :-1, :-1] & same[:, 1:, 1:]

        def side(own, counterpart, alike, starts, there):
            pairs = functional.pad(starts.float(), (0, 1))
            pairs = torch.maximum(pairs, functional.pad(pairs, (1, 0))[:, :-1])
            features = [own, counterpart, (own - counterpart).abs(), own * counterpart, alike.float().unsqueeze(2), pairs.unsqueeze(2)]
            compared = functional.relu(self.compare(torch.cat(features, 2))) * there.float().unsqueeze(2)
            return torch.cat([compared.max(1)[0], compared.sum(1) / there.float().sum(1, keepdim=True).clamp(min=1)], 1)

        a = side(states, torch.bmm(to_other, others), same.any(2), paired.any(2), in_one)
        b = side(others, torch.bmm(to_one, states), same.any(1), paired.any(1), in_other)
        both = torch.cat([a + b, (a - b).abs()], 1)
        return self.answer(self.drop(functional.relu(self.pool(both)))).squeeze(1)


def encode(texts, vocabulary):
    encoded = torch.zeros(len(texts), LETTERS_READ, dtype=torch.long)
    for row, text in enumerate(texts):
        for place, letter in enumerate(text[:LETTERS_READ]):
            encoded[row, place] = 1 if letter == " " else vocabulary.get(letter, 2 + ord(letter) % 64)
    return encoded


def batches(one, other, size, seed):
    """Texts of about the same length together."""
    order = list(range(len(one)))
    chance = random.Random(seed)
    chance.shuffle(order)
    lengths = ((one != 0).sum(1) + (other != 0).sum(1)).tolist()
    for start in range(0, len(order), size * 40):
        chunk = sorted(order[start : start + size * 40], key=lambda row: lengths[row])
        parts = [chunk[at : at + size] for at in range(0, len(chunk), size)]
        chance.shuffle(parts)
        yield from parts


def train(network, pairs, vocabulary, epochs, rate, seed):
    one, other = encode([pair[0] for pair in pairs], vocabulary), encode([pair[1] for pair in pairs], vocabulary)
    truth = torch.tensor([float(pair[2]) for pair in pairs])
    optimizer = torch.optim.Adam(network.parameters(), lr=rate, weight_decay=1e-6)
    steps, step = epochs * ((len(pairs) + 127) // 128), 0
    network.train()
    for epoch in range(epochs):
        total = 0.0
        for rows in batches(one, other, 128, seed + epoch):
            rows = torch.tensor(rows)
            a, b = one[rows], other[rows]
            longest = int(max((a != 0).sum(1).max(), (b != 0).sum(1).max(), 2))
            a, b = a[:, :longest], b[:, :longest]
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * max(0.05, 1 - step / steps)
            if (step + seed) % 2:
                a, b = b, a
            loss = functional.binary_cross_entropy_with_logits(network(a, b), truth[rows])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            total += loss.item() * len(rows)
        print(epoch, round(total / len(pairs), 4), file=sys.stderr, flush=True)


def main(folder, folds):
    torch.set_num_threads(1)
    pairs = [json.loads(line) for line in open(os.path.join(folder, "pairs.jsonl"), encoding="utf-8")]
    counts = Counter()
    for pair in pairs:
        counts.update(pair[1])
        counts.update(pair[2])
    known = [letter for letter, _ in counts.most_common(VOCABULARY + 1) if letter != " "][:VOCABULARY]
    vocabulary = {letter: KNOWN_FROM + place for place, letter in enumerate(known)}
    json.dump(vocabulary, open(os.path.join(folder, "vocabulary.json"), "w", encoding="utf-8"), ensure_ascii=False)
    own = ("covid", "short", "title")
    general = [pair[1:4] for pair in pairs if pair[0] not in own]
    random.Random(3).shuffle(general)
    first = os.path.join(folder, "general.pt")
    if not os.path.exists(first):
        torch.manual_seed(1)
        network = Network(KNOWN_FROM + len(vocabulary))
        train(network, general, vocabulary, GENERAL_EPOCHS, 2e-3, 1)
        torch.save(network.state_dict(), first)
    for fold in folds:
        torch.manual_seed(5)
        network = Network(KNOWN_FROM + len(vocabulary))
        network.load_state_dict(torch.load(first))
        mine = [pair for pair in pairs if pair[0] in own and (fold < 0 or fold not in pair[4:6])]
        repeated = [pair[1:4] for pair in mine for _ in range(2 if pair[0] == "covid" else 1)]
        train(network, repeated + general[:GENERAL_KEPT], vocabulary, OWN_EPOCHS, 1.2e-3, 11)
        weights = network.state_dict()
        numbers = numpy.concatenate([weights[name].numpy().astype("float32").ravel() for name in SAVED])
        numbers.tofile(os.path.join(folder, f"network{fold}.bin"))


main(sys.argv[1], [int(fold) for fold in sys.argv[2:] if fold != "general"] if len(sys.argv) > 2 else [0, 1, 2, 3, 4, -1])
