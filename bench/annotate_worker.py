"""spaCy over articles held in memory: annotate_worker.py MODEL FILE COUNT

MODEL is a pipeline's name or folder; FILE holds rows with "text", the first COUNT of which are read. Says what it holds
and how long the pipeline took to load, then runs the whole pipeline over them for each line on standard input. Runs with
the interpreter that annotate_peers.py is given."""

import json
import resource
import sys
import time


def say(**what: object) -> None:
    print(json.dumps(what | {"peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}), flush=True)


def main() -> None:
    begin = time.perf_counter()
    import spacy

    pipeline = spacy.load(sys.argv[1])
    loaded = time.perf_counter() - begin
    with open(sys.argv[2], encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for _, line in zip(range(int(sys.argv[3])), file)]
    say(load_seconds=loaded, articles=len(texts), words=sum(len(text.split()) for text in texts),
        name=f"{pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}", spacy=spacy.__version__)
    for _ in sys.stdin:
        processor, begin = time.process_time(), time.perf_counter()
        entities = sum(len(document.ents) for document in pipeline.pipe(texts))
        say(seconds=time.perf_counter() - begin, processor_seconds=time.process_time() - processor, entities=entities)


if __name__ == "__main__":
    main()
