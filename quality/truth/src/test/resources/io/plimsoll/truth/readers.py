"""Reads a report with a program that others wrote, and prints what it saw.

usage: readers.py FORMAT FILE
"""
import sys


def sarif(path):
    from sarif import loader

    run = loader.load_sarif_file(path).runs[0]
    print("tool", run.get_tool_name())
    print("results", len(run.get_results()))
    print("records", len(run.get_records()))


def cyclonedx(path, version, xml):
    import json
    from xml.etree import ElementTree

    from cyclonedx.model.bom import Bom
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
    from cyclonedx.validation.xml import XmlValidator

    text = open(path, encoding="utf-8").read()
    schema = SchemaVersion.from_version(version)
    validator = XmlValidator(schema) if xml else JsonStrictValidator(schema)
    print("valid", validator.validate_str(text))
    bom = Bom.from_xml(ElementTree.fromstring(text.encode())) if xml else Bom.from_json(json.loads(text))
    print("packages", sum(1 for each in bom.components if each.purl))
    print("affected", sum(len(each.affects) for each in bom.vulnerabilities))


def spdx2(path, suffix):
    import shutil

    from spdx_tools.spdx.parser.parse_anything import parse_file
    from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

    shutil.copy(path, path + suffix)
    document = parse_file(path + suffix)
    print("valid", "; ".join(each.validation_message for each in validate_full_spdx_document(document)) or None)
    references = [each for package in document.packages for each in package.external_references]
    print("packages", sum(1 for each in references if each.reference_type == "purl"))
    print("affected", sum(1 for each in references if each.reference_type == "advisory"))


def spdx3(path):
    from spdx_python_model import v3_0_1 as spdx

    graph = spdx.SHACLObjectSet()
    with open(path, "rb") as file:
        spdx.JSONLDDeserializer().read(file, graph)
    missing = graph.link()
    print("valid", None if not missing else sorted(str(each) for each in missing)[:3])
    print("packages", sum(1 for each in graph.foreach_type(spdx.software_Package) if each.software_packageUrl))
    print("affected", sum(1 for _ in graph.foreach_type(spdx.security_VexAffectedVulnAssessmentRelationship)))


def vulnly(path, shape):
    import json

    import vulnly as program

    raw = json.load(open(path, encoding="utf-8"))
    print("recognised", getattr(program, f"is_{shape}_format")(raw))
    seen = getattr(program, f"normalize_{shape}")(raw)
    print("affected", len(seen["vulnerabilities"]))


def junit(path):
    import glob
    import os
    import tarfile

    import junitparser
    from lxml import etree

    folder = os.path.dirname(os.path.abspath(__file__))
    archive = tarfile.open(glob.glob(folder + "/unittest*.tar.gz")[0])
    name = sorted(each for each in archive.getnames() if each.endswith("/junit-10.xsd"))[-1]
    schema = etree.XMLSchema(etree.parse(archive.extractfile(name)))
    print("valid", None if schema.validate(etree.parse(path)) else schema.error_log)
    suites = junitparser.JUnitXml.fromfile(path)
    results = [result for suite in suites for case in suite for result in case.result]
    print("failures", sum(1 for each in results if isinstance(each, junitparser.Failure)))


def github(path):
    import json

    from githubkit_schemas.latest.models import Snapshot

    raw = json.load(open(path, encoding="utf-8"))
    Snapshot.model_validate(raw)
    print("packages", sum(len(each["resolved"]) for each in raw["manifests"].values()))


READERS = {
    "junit": junit,
    "github": github,
    "trivy-json": lambda path: vulnly(path, "trivy"),
    "grype-json": lambda path: vulnly(path, "grype"),
    "sarif": sarif,
    "cyclonedx": lambda path: cyclonedx(path, "1.6", False),
    "cyclonedx@1.5": lambda path: cyclonedx(path, "1.5", False),
    "cyclonedx@1.4": lambda path: cyclonedx(path, "1.4", False),
    "cyclonedx-xml": lambda path: cyclonedx(path, "1.6", True),
    "cyclonedx-xml@1.5": lambda path: cyclonedx(path, "1.5", True),
    "cyclonedx-xml@1.4": lambda path: cyclonedx(path, "1.4", True),
    "spdx": lambda path: spdx2(path, ".spdx.json"),
    "spdx-tv": lambda path: spdx2(path, ".spdx"),
    "spdx@3.0": spdx3,
}

READERS[sys.argv[1]](sys.argv[2])
