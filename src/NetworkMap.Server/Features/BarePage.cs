using System.Net.Mime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace NetworkMap.Server.Features;

/// <summary>Pages for the oldest telephone, and for whoever has no account: no script, no other file. They are never kept, and tell no other page where one came from.</summary>
internal static class BarePage
{
    /// <summary>How they look: in the colours and measures of all pages (<c>client/src/ui/tokens.css</c>), as numbers, since the oldest browsers know no names for them. A test holds the two together.</summary>
    internal const string Style = "body{margin:0;font:1rem/1.5 'Noto Sans',system-ui,sans-serif;color:#1a1f2b;background:#f5f6f8}main{position:relative;max-width:36rem;margin:0 auto;padding:24px}h1{font-size:1.25rem;line-height:1.25;font-weight:650;margin:1rem 0}h2{font-size:1rem;line-height:1.35;font-weight:650;margin:24px 0 12px;border-top:1px solid #d9dee6;padding-top:20px}.top{margin:0}.home{font-weight:700;color:#1a1f2b;text-decoration:none}.language{float:right}a{color:#0b5cad}.home,.language{line-height:44px}.tie{font-size:1.25rem;font-weight:650}p,li,h1{overflow-wrap:anywhere;word-wrap:break-word}ul{padding-left:1.2rem}label{display:block;font-weight:550}small,.foot{display:block;font-size:.8125rem;color:#525b6b}.foot{border-top:1px solid #d9dee6;padding-top:12px;margin-top:24px}input,textarea,select{display:block;width:100%;min-height:44px;box-sizing:border-box;font:inherit;padding:8px 10px;border:1px solid #7f8999;border-radius:6px;background:#fff;color:inherit}button{display:block;width:100%;min-height:44px;font:inherit;font-weight:550;padding:8px 14px;border:1px solid #7f8999;border-radius:6px;background:#fff;color:#1a1f2b}.first{background:#0b5cad;border-color:#0b5cad;color:#fff}.wrong{color:#b42318;font-weight:550}a:focus,input:focus,textarea:focus,select:focus,button:focus{outline:3px solid #0b5cad;outline-offset:2px}input[type=radio],input[type=checkbox]{display:inline-block;width:auto;min-height:0;margin-right:.5rem}label.one{font-weight:400;padding:.4rem 0}.good{font-weight:550;color:#00624a}dt{font-weight:550}dd{margin:0 0 .5rem}.plain{border:0;text-align:left;color:#b42318;text-decoration:underline;padding-left:0}.other{position:absolute;top:24px;right:24px;width:auto;border:0;background:none;color:#0b5cad;text-decoration:underline;padding:0 .25rem}@media (prefers-color-scheme:dark){body,.home{color:#eef1f6}body{background:#14181f}a,.other{color:#7db8f0}h2,.foot{border-color:#313a47}small,.foot{color:#aab4c3}input,textarea,select,button{background:#1c222b;border-color:#77839a;color:#eef1f6}.first{background:#7db8f0;border-color:#7db8f0;color:#0c1a29}.other{background:none;color:#7db8f0}.wrong{color:#ff9b8f}.good{color:#6fd3b4}a:focus,input:focus,textarea:focus,select:focus,button:focus{outline-color:#7db8f0}}";

    /// <summary>Writes one.</summary>
    /// <typeparam name="TPage">What shows it; it takes one parameter, <c>Given</c>.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="model">What it shows.</param>
    /// <param name="referrer">The policy of referrers; a page whose address is no secret says to its own site where a form came from, as the oldest browsers have no other way.</param>
    internal static async Task WriteAsync<TPage>(HttpContext context, int status, object model, string referrer = "no-referrer") where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var given = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Given"] = model });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(given)).ToHtmlString());
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = referrer;
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        await context.Response.WriteAsync("<!doctype html>\n" + html, context.RequestAborted);
    }
}
