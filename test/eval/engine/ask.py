"""Asks Meilisearch's engine the queries of `test/eval/engine.ts` and prints recall and precision by kind and script."""

import json
import sys
from collections import defaultdict
from pathlib import Path

try:
    import milli
except ImportError:
    sys.exit("this check needs Meilisearch's engine: pip install milli")

# More relevant texts than this and the engine's own limit of hits would decide, not its reading of the query.
MOST_RELEVANT = 20

folder = Path(sys.argv[1])
documents = json.loads((folder / "documents.json").read_text())
queries = json.loads((folder / "queries.json").read_text())
index_folder = folder / "index"
index_folder.mkdir()
index = milli.Index(str(index_folder), 2**30)
index.add_documents(documents)

rows = defaultdict(list)
for query in queries:
    relevant = set(query["relevant"])
    if len(relevant) > MOST_RELEVANT:
        continue
    found = {index.get_document(hit)["id"] for asked in query["asked"] for hit in index.search(asked)}
    good = len(found & relevant)
    rows[query["category"], query["lang"]].append((good / len(relevant), good / len(found) if found else 0))

print("| query | asked in | queries | recall | precision |")
print("| --- | --- | --- | --- | --- |")
for (category, lang), scores in sorted(rows.items()):
    recall, precision = (sum(score[at] for score in scores) / len(scores) for at in (0, 1))
    print(f"| {category} | {lang} | {len(scores)} | {recall:.3f} | {precision:.3f} |")
