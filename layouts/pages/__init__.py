"""The pages, one module each: a function from the board and the address to a component.

To add a page: a module here, a row in `layouts.pages.router`, its path in `layouts.routes.PAGES`, and
a link in `layouts.shell`.
"""
