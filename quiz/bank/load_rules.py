"""Every rule that loading a pack can report. The list is written by hand; a rule missing here is not documented."""

from quiz.bank import entry_parser, files, load, pack_loader, quote, resolver, source_entry, yaml_rules
from quiz.bank.problem import Rule
from quiz.bank.validation import CHECKS

LOAD_RULES: tuple[Rule, ...] = (
    files.FILE_UNREADABLE,
    files.NOT_UTF8,
    files.FILE_TOO_LARGE,
    files.CONTROL_CHARACTER,
    yaml_rules.YAML_SYNTAX,
    yaml_rules.DUPLICATE_KEY,
    yaml_rules.YAML_FEATURE,
    yaml_rules.TOO_DEEP,
    entry_parser.UNKNOWN_KEY,
    entry_parser.MISSING_KEY,
    entry_parser.WRONG_VALUE,
    *(check.rule for check in CHECKS),
    quote.QUOTE_NOT_FOUND,
    quote.QUOTE_NOT_UNIQUE,
    quote.QUOTE_OFF_LIMITS,
    quote.QUOTE_CROSSES_PARAGRAPHS,
    quote.AFTER_NOT_FOUND,
    quote.EMPTY_QUOTE,
    source_entry.NO_SOURCES_FILE,
    source_entry.SOURCE_OUTSIDE_PACK,
    source_entry.SOURCE_CHANGED,
    source_entry.OFF_LIMITS_NOT_FOUND,
    source_entry.DUPLICATE_SOURCE,
    source_entry.BAD_DATE,
    source_entry.INFERRED_UNPROVEN,
    source_entry.NOT_IN_SOURCES_FILE,
    source_entry.EXEMPT_NOT_FOUND,
    resolver.UNKNOWN_SOURCE,
    resolver.HIGHLIGHT_NOT_IN_QUOTE,
    resolver.UNKNOWN_KIND,
    resolver.BAD_ID,
    pack_loader.PACK_NOT_FOUND,
    pack_loader.NO_QUESTIONS,
    pack_loader.DUPLICATE_ID,
    pack_loader.RETIRED_ID,
    load.PACK_NAME_TAKEN,
)
