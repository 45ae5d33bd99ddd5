import pytest

from quizgen.errors import InputError
from quizgen.readers._address import is_public, parse_address


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255",
        "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:c0a8:101::1", "::7f00:1", "::10.0.0.1", "bukan angka", "",
    ],
)  # fmt: skip
def test_address_of_no_public_network_is_told(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "103.28.52.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_address_is_told(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("http://contoh.id", "http://contoh.id/"),
        ("HTTPS://Contoh.ID./a b?q=é", "https://contoh.id/a%20b?q=%C3%A9"),
        ("http://contoh.id:8080/x#akhir", "http://contoh.id:8080/x"),
        ("http://kafé.id/", "http://xn--kaf-dma.id/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_address_is_put_in_its_plain_form(url: str, whole: str) -> None:
    assert parse_address(url).url == whole


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/hosts", "no http or https address"),
        ("gopher://contoh.id/", "no http or https address"),
        ("http://", "no http or https address"),
        ("http://contoh.id:99999/", "no web address"),
        ("http://guru:rahasia@contoh.id/", "holds a name or password"),
        ("http://a\\b/", "no http or https address"),
    ],
)
def test_address_that_is_not_fetched_is_refused(url: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        parse_address(url)
    assert "rahasia" not in str(caught.value)
