"""Addresses of the requests (企业诉求): the enterprise's own, the steward's, the units', the clients and the figures."""

from django.urls import URLPattern, path

from gaoxing.office.aftercare.views import desk, figures, forces, leading, mine, units

urlpatterns: list[URLPattern] = [
    path("staff/requests", desk.overview, name="requests_desk"),
    path("staff/requests/search", desk.search, name="requests_search"),
    path("staff/requests/leading", leading.leading, name="requests_leading"),
    path("staff/requests/leaders", leading.named, name="requests_leaders"),
    path("staff/requests/reveals", leading.reveals, name="requests_reveals"),
    path("staff/requests/figures", figures.figures, name="requests_figures"),
    path("staff/requests/figures.xlsx", figures.figures_sheet, name="requests_figures_sheet"),
    path("staff/requests/figures/records", figures.records, name="requests_figures_records"),
    path("staff/requests/figures/records.xlsx", figures.records_sheet, name="requests_figures_records_sheet"),
    path("staff/requests/<str:number>", desk.one, name="request_desk"),
    path("staff/requests/<str:number>/act", desk.act, name="request_desk_act"),
    path("staff/requests/<str:number>/reveal", desk.reveal, name="request_reveal"),
    path("staff/requests/<str:number>/plan", desk.plan, name="request_plan"),
    path("staff/requests/<str:number>/merge", desk.merge, name="request_merge"),
    path("staff/requests/<str:number>/supervision", leading.supervision, name="request_supervision"),
    path("staff/requests/<str:number>/parts/<int:part>/decide", leading.decide, name="request_decide"),
    path("requests", mine.overview, name="mine_requests"),
    path("requests/new", mine.begin, name="request_new"),
    path("requests/<str:number>", mine.one, name="mine_request"),
    path("requests/<str:number>/act", mine.act, name="mine_request_act"),
    path("requests/<str:number>/files/<int:file>", mine.file, name="mine_request_file"),
    path("requests/<str:number>/files/<int:file>/preview.jpg", mine.preview, name="mine_request_preview"),
    path("staff/parts", units.overview, name="part_desk"),
    path("staff/parts/<str:number>/<int:place>", units.part, name="part"),
    path("staff/parts/<str:number>/<int:place>/act", units.act, name="part_act"),
    path("staff/parts/<str:number>/<int:place>/reveal", units.reveal, name="part_reveal"),
    path("staff/parts/<str:number>/<int:place>/files/<int:file>", units.file, name="part_file"),
    path("staff/parts/<str:number>/<int:place>/force", forces.overview, name="part_force"),
    path("staff/parts/<str:number>/<int:place>/force/convene", forces.convene, name="part_force_convene"),
    path("staff/parts/<str:number>/<int:place>/force/members", forces.member, name="part_force_member"),
    path("staff/parts/<str:number>/<int:place>/force/minutes", forces.minute, name="part_force_minutes"),
    path("staff/parts/<str:number>/<int:place>/force/tasks/<int:task>", forces.task, name="part_force_task"),
]
