"""Charts as SVG, pure (图表): numbers in, a picture and its table twin out; no script, no style attribute, readable in grey print and on a telephone.

pygal, the likeliest library, puts a style block and a script into every picture, which the pages' content security policy forbids, and knows neither 万 and 亿
nor patterns; so these few shapes are drawn here.
"""
