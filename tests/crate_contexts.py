"""Puts the JSON-LD contexts of ``schemas/`` where roc-validator looks for what it would fetch, so that it runs offline.

Run by the validators' Python, not by ours: ``python crate_contexts.py CACHE``. The contexts are excerpts of the
published ones (CC0), with the terms that a crate of ours uses: one that is missing is a fault that the tests find.
"""

import io
import sys
from pathlib import Path

import requests
import requests_cache
import urllib3

HERE = Path(__file__).parent / "schemas"
CONTEXTS = {
    "https://w3id.org/ro/crate/1.1/context": HERE / "ro-crate-1.1-context.json",
    "https://w3id.org/ro/terms/workflow-run/context": HERE / "workflow-run-context.json",
}


class Shelf(requests.adapters.HTTPAdapter):
    """Answers a request from a file, and knows no network."""

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:
        body = io.BytesIO(CONTEXTS[request.url].read_bytes())
        headers = {"Content-Type": "application/ld+json"}
        found = urllib3.HTTPResponse(body, headers, 200, preload_content=False, request_url=request.url)
        return self.build_response(request, found)


def main(cache: str) -> None:
    with requests_cache.CachedSession(cache, expire_after=-1) as session:
        session.mount("https://", Shelf())
        for address in CONTEXTS:
            session.get(address)


if __name__ == "__main__":
    main(sys.argv[1])
