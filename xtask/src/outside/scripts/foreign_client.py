"""Calls every flat series with a client from openapi-generator, and again without it: both must see the
same values. Arguments: the bundled spec, the server's URL, the API key."""

import datetime
import json
import re
import sys
import urllib.parse
import urllib.request

import foreign_braze
import yaml

REQUIRED = {"length": 14, "event": "Login", "segment_id": "5f1c8e8a-0000-4000-8000-00000000a001"}
END = datetime.datetime(2024, 5, 3, tzinfo=datetime.timezone.utc)

spec = yaml.safe_load(open(sys.argv[1]))
url, key = sys.argv[2], sys.argv[3]


def parameters(operation):
    for parameter in operation["parameters"]:
        if "$ref" in parameter:
            parameter = spec["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
        yield parameter


def plain(path, arguments):
    query = urllib.parse.urlencode({**arguments, "ending_at": END.isoformat()})
    request = urllib.request.Request(f"{url}{path}?{query}", headers={"Authorization": f"Bearer {key}"})
    return json.load(urllib.request.urlopen(request))


failed = False
configuration = foreign_braze.Configuration(host=url, access_token=key)
with foreign_braze.ApiClient(configuration) as client:
    for path, item in spec["paths"].items():
        operation = item.get("get", {})
        if "value" not in operation.get("x-braze-series", {}):
            continue
        words = re.split(r"[_ ]", operation["tags"][0])
        api = getattr(foreign_braze, "".join(word.capitalize() for word in words) + "Api")(client)
        call = getattr(api, operation["operationId"].replace(".", "_"))
        arguments = {p["name"]: REQUIRED[p["name"]] for p in parameters(operation) if p.get("required")}
        theirs = json.loads(call(**arguments, ending_at=END).to_json())
        theirs = {name: value for name, value in theirs.items() if value is not None}
        ours = plain(path, arguments)
        same = theirs == ours and len(ours["data"]) > 0
        failed |= not same
        print(f"{path}: {len(ours['data'])} rows, {'the same' if same else 'different'}")
sys.exit(failed)
