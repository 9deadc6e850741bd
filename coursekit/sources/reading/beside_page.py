"""The folder of pictures and scripts that a browser or an office program puts beside a page it saves."""

from __future__ import annotations

import re

# As programs call it in their languages: “Letter.html” has “Letter_files”, “Letter-Dateien”, “Letter.files” beside it.
_WORDS = (
    "files file filer fichiers dateien archivos arquivos ficheiros bestanden pliki soubory subory súbory datoteke "
    "datoteki fitxers fitxategiak elemei fájlok dosyalar dosyaları tiedostot failid fails bylos faili fișiere fisiere "
    "файлы файли файлове датотеке фајлови αρχεία קבצים ملفات फ़ाइलें ファイル 文件 檔案 파일"
)
_FOLDER = re.compile(rf"(?P<page>.+)[_.\- ](?:{_WORDS.replace(' ', '|')})", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml", ".shtml")


def page_names(folder: str) -> list[str]:
    """Return how the page is called whose folder this would be; none where the name is that of no such folder."""
    found = _FOLDER.fullmatch(folder)
    return [found["page"] + end for end in _PAGES] if found else []


def belongs_to_page(name: str, names: frozenset[str]) -> bool:
    """Say whether a file lies in a folder that belongs to a page.

    Parameters
    ----------
    name
        The file, with the folders it lies in, parted by "/".
    names
        All names in the archive, in small letters.
    """
    parts = name.split("/")
    return any(
        "/".join([*parts[:depth], page]).lower() in names
        for depth, folder in enumerate(parts[:-1])
        for page in page_names(folder)
    )
