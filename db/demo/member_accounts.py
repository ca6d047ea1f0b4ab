"""What the practice town's members know: told to everybody, on purpose."""

from __future__ import annotations

from typing import Final

MEMBER_NUMBER: Final = "1702338000561043"
"""The portal number of 佐藤 健一, the member with whom procedures are practised."""

MEMBER_ID: Final = "kenichi1"
"""His login ID on the portal."""

MEMBER_PASSWORD: Final = "mizumado-renshu"  # noqa: S105 - known to everybody
"""The portal password of every member of the town."""

MEMBER_ANSWER: Final = "たま"
"""Every member's secret answer, whatever the question."""

PASSWORD_HASHES: Final = (
    "$2b$12$a.Chm.e8N3.wCA8PkYwCcu8EE6GEw80DXfd12eNV2M2FRIgkMdw3y",
    "$2b$12$8iBblGdU5LPDU7X60JNmsOUs/QCQfJK4D.rO9.Ky/6xvTzT3oo2rq",
    "$2b$12$vjFaSJwhNnkoD5CX1yf99.gQylDQdNjU28l8azdHN/MgnFANqD5za",
    "$2b$12$Kx8OyasHn79CjmqvrYRwtu066nZcv3DMrTL89yOsYafGKfG5hJWM6",
    "$2b$12$jIrt6qgeojPxQqHapIfkuOVLfZPn5O3UYEl7bAmtTc.9lslGNV4uC",
    "$2b$12$OfaLtxqCIldKgyBBxB5W7OxsBGHPKQ7pQOs5h6lfhzOGnjmrwFMoG",
    "$2b$12$C14I1DwqJLz5okq5nwnGTes/CYdtDAtU1nI3rVDGHAzvjKwgG4.0u",
    "$2b$12$Zj3pgIjyusulbQb70qvPmeSGopEU5Qg8g4XBh24WHGj56sQ5NQfgK",
    "$2b$12$rcdWTsvnXKjAZ7kcnpjZZ.fO.k3KKX5YTAmzuyv338U90kbAMfPX.",
    "$2b$12$gnIpq7XcmsKt3nmh22bsneeLoy3GrjCVcdHZilOO4FJYpj4mhvSoC",
)
"""Hashes of that password; made beforehand, since each takes a quarter of a second."""

ANSWER_HASHES: Final = (
    "$2b$12$BB0Okrhoslbl163LOtP9IuuxbeYXElGhMiLVe4eKELIi3xD8Bj34.",
    "$2b$12$pRXNSFFYv6hun11p9H8jk.ztHR.ScCd4M2NaczhyQ896PzW7/0y/2",
    "$2b$12$S1GwQQa5SBxWLCpT6WQf4eYf.iJTd0FlHk0IOuda7SJ0HGL5BDmcS",
    "$2b$12$9CIQBINpTrbZ7fU6LreIKe297a806ki8S70udWGoUE9KP5nxWL4.a",
    "$2b$12$JUZDC1kdlJHMG.3GvWCQBOPtAOW95llK/n5bVAPqMBITVIJXHvxre",
    "$2b$12$pON/6JbQRv1OUXsa9yXPeuuRyRfB7RoTgsD5IYkSD3NpLxjVQ.jWS",
    "$2b$12$ruoG0bG4ADzByMBfl5eFlOAtASI4nsSayWozaKEYZlar.v.t1bCre",
    "$2b$12$xubSZIg0cxRFL.1RoXXZDOJ0aeTyOUe9Srl9JKKuS1K/75KQs1tDe",
    "$2b$12$ANHf9lNOCVdhU.vnMYqZRu40dhB03ZRo3zqRgcvc3HP5oTA57/ISi",
    "$2b$12$1HChy96O6LAQ4G/EZjipNuMra9gT50jhLVCUwbadAztKbY958eAN.",
)
"""Hashes of that answer, folded."""
