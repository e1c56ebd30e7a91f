"""Hooks of schemathesis, for what a schema cannot say: values that the server gave out, such as identifiers and
cursors, are those of an example, and valid requests obey the rules on several parameters together."""

import os

import schemathesis
from described import Spec, exercised
from schemathesis.generation import GenerationMode

SPEC = Spec(os.environ["BUNDLE"])
OPERATIONS = {operation.label: operation for operation in SPEC.operations}
ACCEPTED = set()


def is_given_out(operation, schema, name):
    cursor = operation.definition.get("x-braze-paging", {}).get("cursor")
    return name == cursor or SPEC.resolve(schema).get("x-braze-type") == "identifier"


def replace(operation, values, schemas, examples):
    """Replaces texts that the server must have given out with those of the first example that has them."""
    for name, schema in schemas.items():
        text = values.get(name)
        if isinstance(text, str) and text.strip() and is_given_out(operation, schema, name):
            known = [example[name] for example in examples if name in example]
            values.update({name: known[0]} if known else {})


def fill_lists(operation, body, examples):
    """Changes lists that a server counts in its own way: an empty one may be as good as none, and several may be
    counted together."""
    properties = SPEC.resolve(operation.body_schema).get("properties", {}).items()
    limits = {name: SPEC.resolve(schema).get("maxItems") for name, schema in properties}
    for name in [name for name in limits if body.get(name) == []]:
        known = [example[name] for example in examples if name in example]
        body.update({name: known[0]} if known else {})
    lists = [name for name, limit in limits.items() if limit and body.get(name)]
    for name in lists:
        body[name] = body[name][: max(1, limits[name] // len(lists))]


def is_broken(rule, given):
    """`True` if parameters, by name, break a rule."""
    for names, counts in [
        (rule.get("at-least-one"), lambda count, _: count >= 1),
        (rule.get("exactly-one"), lambda count, _: count == 1),
        (rule.get("at-most-one"), lambda count, _: count <= 1),
        (rule.get("together"), lambda count, total: count in (0, total)),
    ]:
        if names is not None:
            return not counts(len(given & set(names)), len(names))
    return rule.get("requires") in given and not set(rule.get("fields", [])) <= given


def names_of(rule):
    """All names in a rule."""
    for value in rule.values():
        yield from value if isinstance(value, list) else [value]


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = OPERATIONS[case.operation.label]
    arguments = [exchange.arguments for exchange in operation.exchanges]
    for place, values in [("query", case.query), ("path", case.path_parameters)]:
        schemas = {it["name"]: it["schema"] for it in operation.parameters if it["in"] == place}
        replace(operation, values or {}, schemas, arguments)
    is_valid = case.meta is not None and case.meta.generation.mode == GenerationMode.POSITIVE
    if operation.body_schema is not None and isinstance(case.body, dict):
        bodies = [exchange.body for exchange in operation.exchanges if isinstance(exchange.body, dict)]
        replace(operation, case.body, SPEC.resolve(operation.body_schema).get("properties", {}), bodies)
        if is_valid:
            fill_lists(operation, case.body, bodies)
    if not is_valid:
        return
    for rule in operation.definition.get("x-braze-rules", []):
        if is_broken(rule, set(case.query or {})):
            names = set(names_of(rule))
            case.query = {name: value for name, value in (case.query or {}).items() if name not in names}
            case.query.update({name: value for name, value in arguments[0].items() if name in names})


@schemathesis.hook
def after_call(context, case, response):
    operation = OPERATIONS[case.operation.label]
    if 200 <= response.status_code < 300 and operation.label not in ACCEPTED:
        ACCEPTED.add(operation.label)
        exercised(operation)
