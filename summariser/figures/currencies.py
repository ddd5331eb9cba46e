"""Money beyond any one language: groups of currencies that go by one word, signs, codes, countries.

"?" marks a currency read only beside a scale or its country ("pounds of copper", "won"), "^" one
that may stand before the number.
"""

from __future__ import annotations

# Currencies that go by one word, since a text seldom says which it means.  Codes before "/" are
# meant by the bare word, those after it only beside their country's name.
GROUPS = {
    "dollar": "USD / AUD CAD HKD NZD SGD TWD",
    "yuan": "CNY / TWD HKD",
    "cent": "USD EUR AUD CAD HKD NZD SGD ZAR",
    "pound": "GBP EGP LBP SYP SDG SSP",
    "rouble": "RUB / BYN",
    "franc": "CHF XOF XAF CDF GNF RWF BIF DJF KMF",
    "franc CFA": "XOF XAF",
    "manat": "AZN TMT",
    "rupee": "INR PKR LKR NPR MUR SCR",
    "krone": "SEK NOK DKK CZK ISK",
    "leu": "RON MDL",
    "riyal": "SAR QAR OMR IRR YER",
    "dirham": "AED MAD",
    "dinar": "KWD BHD IQD JOD DZD TND LYD RSD",
    "peso": "MXN ARS CLP COP PHP UYU DOP CUP",
    "shilling": "KES UGX TZS SOS",
    "tiyn": "KZT KGS",
}
# Codes beside those of ISO 4217 that texts and models write.
CURRENCY_ALIASES = {"RMB": "CNY", "CNH": "CNY", "RUR": "RUB"}
# Signs, which no language owns.
SIGNED = {
    "EUR": "€|^eur", "GBP": "£|^gbp|uk£", "CRC": "₡", "LAK": "₭", "RUB / BYN": "₽",
    "KZT": "₸|^kzt", "CNY": "^rmb|^cny|cn¥", "JPY": "jp¥", "CNY JPY": "¥", "KRW": "₩", "GEL": "₾",
    "AMD": "֏", "UAH": "₴", "TRY": "₺", "INR PKR LKR NPR MUR SCR": "^?rs",
    "KES UGX TZS SOS": "^?sh|^?shs", "KES": "^ksh|^kshs", "TZS": "^tsh|^tshs", "UGX": "^ush|^ushs",
    "INR": "₹",
    "SEK NOK DKK": "^kr", "CZK": "kč", "PLN": "zł", "NGN": "₦", "BDT": "৳", "ILS": "₪", "THB": "฿",
    "VND": "₫", "MNT": "₮", "PHP": "₱", "AUD": "a$|au$|$a|$au", "CAD": "c$|ca$|$c|$ca|cad$",
    "HKD": "hk$|$hk", "TWD": "nt$", "SGD": "s$|sg$", "USD": "$|us$|u.s.$|$us|u$s|u$d|^usd",
    "NZD": "nz$|$nz", "MXN": "mx$|mex$", "XCD": "ec$", "JMD": "j$", "TTD": "tt$", "BBD": "bds$",
    "BZD": "bz$", "NAD": "n$", "FJD": "fj$", "BRL": "r$",
}  # fmt: skip
# Whose money a sign is: what letters beside it leave open, unless they are a code of one of these.
SIGN_CURRENCIES = {
    "$": "USD AUD CAD HKD NZD SGD TWD BZD XCD JMD TTD BBD BSD BMD KYD GYD SRD LRD NAD FJD SBD BND"
    " ZWL ZWG MXN ARS CLP COP UYU DOP CUP BRL NIO",
    "£": "GBP EGP LBP SYP SDG SSP GIP FKP SHP",
    "¥": "JPY CNY",
}
# Behind a sign, in capitals: "17 $ CA".
SIGN_COUNTRIES = {
    "A": "AUD", "C": "CAD", "CDN": "CAD", "MEX": "MXN", "TT": "TTD", "J": "JMD", "BZ": "BZD",
    "US": "USD", "CA": "CAD", "CAN": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD",
    "UK": "GBP", "GB": "GBP", "NT": "TWD", "TW": "TWD", "MX": "MXN", "JP": "JPY", "CN": "CNY",
    "RMB": "CNY",
}  # fmt: skip
# The same in small letters, where they are no word: "17 $ hk".
SMALL_COUNTRIES = "hk|nz"
# Read only if written exactly so, and beside a scale; those in Latin letters may lead.
SIGNS = {
    "NIS": "ILS", "RM": "MYR", "R": "ZAR", "SR": "SAR", "Dh": "AED", "Dhs": "AED", "SKr": "SEK",
    "NKr": "NOK", "DKr": "DKK", "Tk": "BDT", "Rp": "IDR", "P": "PHP", "G": "PYG", "Gs": "PYG",
    "ين": "JPY",
}  # fmt: skip
# Codes one may read on their own; the others (COP 28, PHP 8, TOP 10) only beside a scale.
STRONG_CODES = (
    "AED AUD BRL BYN CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KGS KRW KWD KZT MXN MYR"
    " NOK NZD PLN QAR RUB SAR SEK SGD THB TJS TMT TWD UAH USD UZS VND ZAR"
)
# Codes that are words in a text of capitals: "10 TOP STORIES".
WORDLIKE_CODES = "ALL ANG BAM COP CUP DOP GEL LAK MAD MOP PEN PHP RON SOS TOP TRY"
# CLDR lists these beside the countries: reserved codes, unions, pseudo-regions.
NO_COUNTRIES = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ"
