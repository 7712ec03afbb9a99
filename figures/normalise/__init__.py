"""Claims made comparable: units, the ECB's reference rates, conversion and yearly pace.

``rates``    the ECB's euro foreign exchange reference rates: of a day, or the mean of a span
``basis``    which day or span's rate a statement is converted by
``convert``  the conversion fields of one figure, and why one is left empty
``columns``  the same for a table of figures at once
``spans``    periods counted in calendar months
``units``    amounts as quantities with units; the only module that loads pint
``prices``   current into constant prices, by the United States GDP deflator
"""
